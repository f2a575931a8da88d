/** What `diptych --help` teaches. */
export const HELP = `Diptych compares two accounts of one event. This is its command line.

Usage
  diptych suggest LEFT RIGHT [--out FILE] [--only PARTS]
  diptych suggest --pairs PAIRS.tsv [--out FILE] [--only PARTS] [--jobs N]

Proposes what two articles share and what each of them quotes and claims: one line of JSON a pair.

Options
  --pairs PAIRS.tsv  a table of pairs, two paths a line with a tab between, relative to the table;
                     an empty second path means that there is no second article
  --out FILE         writes to FILE instead of the terminal, when everything is done
  --only PARTS       some of links,passages,quotes,sentences (all of them, unless you say)
  --jobs N           works on N pairs at once (as many as there are processors, at most 4)
  --help, --version

Examples
  diptych suggest mail.txt post.txt
  diptych suggest article.txt "" --only quotes,sentences
  diptych suggest --pairs pairs.tsv --out suggestions.jsonl --jobs 2
  diptych suggest --pairs pairs.tsv --only passages | head -1

Files are plain text (.txt) or Markdown (.md), in UTF-8 or any encoding that can be told from the file.
Offsets are [start, end) in Unicode code points of the text: of the file as it is, if that is UTF-8 with
LF line ends. Otherwise, a byte-order mark does not count, and CRLF counts as one.

Exit code: 0 all went well; 1 a file could not be read or written (one line on stderr says which and why,
the other pairs still run); 2 the command made no sense.
`;
