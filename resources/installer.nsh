; Windows looks at the last part of a name only. Files that end in .json are left to whatever opens them now;
; Diptych stands under "Open with" for them.
!macro customInstall
  WriteRegNone SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Diptych.Comparison"
!macroend

!macro customUnInstall
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.json\OpenWithProgids" "Diptych.Comparison"
!macroend
