/** A pattern of lines that are page furniture, with a name for tests and the length above which it is not asked. */
export interface Pattern {
  readonly name: string;
  readonly most: number;
  readonly test: RegExp;
}

const NAME = "\\p{Lu}[\\p{L}\\p{M}.'’-]*";
const AGENCY =
  '(?:Getty(?: Images)?|AFP(?:/Getty Images)?|REUTERS|Reuters|AP(?: Photo)?|Associated Press|EPA(?:-EFE)?|Shutterstock|Bloomberg|iStock|' +
  'Alamy|Corbis|Flickr|TASS|Sputnik|RIA Novosti|Ukrinform|UNIAN|dpa|Xinhua|Anadolu(?: Agency)?|NurPhoto|PA Wire|Zuma(?: Press)?)';

/** The length of a line that can be a headline, a credit or a byline; of one that can be a caption. */
const SHORT = 140;
const LONG = 600;

/** Patterns of whole lines, in any order; each is about one kind of furniture. */
export const PATTERNS: readonly Pattern[] = [
  { name: 'address', most: LONG, test: /^(?:https?:\/\/|www\.)\S+(?:\s.{0,40})?$/u },
  { name: 'pointer with address', most: LONG, test: /^[^.!?]{0,60}: ?(?:https?:\/\/|www\.)\S+$/u },
  { name: 'feed', most: SHORT, test: /^from .{2,40} [–—-] .{0,30}\b(?:news|feed|rss)$/iu },
  {
    name: 'caption',
    most: LONG,
    test: /^(?:file (?:photo|picture|image|pic)|photo|photos|image|picture|pic|photograph|foto|bild|archivbild|symbolbild|archivfoto|imagen|фото|архивное фото)(?: (?:credit|by|courtesy|illustration|source))?s?(?:[:.]| ?[-–—|©]|\/)/iu,
  },
  { name: 'file caption', most: LONG, test: /^(?:FILE ?[-–—:]|File photo of |FILE PHOTO\b)/u },
  {
    name: 'caption with credit',
    most: LONG,
    test: new RegExp(
      `(?:\\((?:AP Photo|Photo|Image|Credit|Courtesy|Foto)\\b[^()]{0,100}\\)|© ?[^©]{0,60}|\\b(?:REUTERS|AFP|EPA|AP Photo)/${NAME}(?: ${NAME}){0,4})\\.?$`,
      'u',
    ),
  },
  {
    name: 'credit',
    most: SHORT,
    test: new RegExp(
      `^(?:[\\p{L}\\p{M}.'’-]+[ ,]+){0,4}(?:[\\p{L}\\p{M}.'’-]+ ?/ ?|via |[\\p{L}\\p{M}.'’-]+ \\| )${AGENCY}\\.?$`,
      'u',
    ),
  },
  { name: 'image credit', most: SHORT, test: /^\([^()]{2,60}\)(?: (?:image|photo) credit)\.?$/iu },
  {
    name: 'byline',
    most: SHORT,
    test: new RegExp(
      `^(?:[Bb]y|BY|Von|VON|Par|PAR|Por|POR|Di|Автор:?|Author:|Written by|Posted by|Autor:|Auteur ?:) ${NAME}(?:(?:,| \\|)? (?:${NAME}|(?:and|AND|&|und|et|y|with|for|и|та|van|de|von|of|in|the)(?= ))){1,10}$`,
      'u',
    ),
  },
  {
    name: 'contributors',
    most: 300,
    test: new RegExp(
      `^\\(?(?:Reporting|Additional reporting|Editing|Writing|Story|Compiled|Video|Graphics?|Translated|Produced|Edited|Reported|Photographs?|Photos) by ${NAME}`,
      'u',
    ),
  },
  {
    name: 'contributed',
    most: 300,
    test: /^(?:the )?(?:associated press|reuters|[\p{L} .,’'-]{3,120}) contributed (?:to|reporting(?: to)?)(?: (?:this|the) (?:report|story|article))?(?: from [\p{L} .,]{2,40})?\.?$/iu,
  },
  {
    name: 'follow',
    most: SHORT,
    test: /^follow (?!up\b).{2,80}\b(?:on|@) ?(?:twitter|facebook|instagram|x|youtube|telegram|linkedin|tiktok|threads|bluesky)\b/iu,
  },
  {
    name: 'follow a handle',
    most: SHORT,
    test: /^(?:follow|contact|email|tweet|reach) .{0,60}@[\w.]+\.?$/iu,
  },
  {
    name: 'letters and accounts',
    most: 300,
    test: /^\(?(?:(?:for more[^.]{0,40}, |want .{0,60}\? )?(?:sign up|subscribe|register|log ?in)\b.{0,60}\b(?:newsletter|inbox|e-?mails?|updates|alerts|podcast|channel|account|subscribe|morning|daily)\b|get (?:the|our|all|more) .{0,80}(?:newsletter|inbox|e-?mail alerts)\b|enter your e-?mail\b|(?:download|get) (?:the|our) .{0,30}\bapp\b)/iu,
  },
  {
    name: 'comments',
    most: 300,
    test: /^(?:your e-?mail address will not be published|required fields are marked|you must be (?:logged|signed) in|(?:log|sign) in to (?:leave|post)|save my name, e-?mail|be the first to (?:comment|know)|ihre e-?mail-adresse wird nicht|deine e-?mail-adresse wird nicht|votre adresse (?:e-?mail|de messagerie) ne sera|tu dirección de correo electrónico no será|ваш (?:e-?mail|адрес email) не будет|ваша e-?mail адреса не)/iu,
  },
  {
    name: 'cookies',
    most: LONG,
    test: /^(?:we (?:and our partners )?use cookies|(?:this|our) (?:web)?site uses cookies|by (?:continuing|clicking|using (?:this|our) (?:web)?site)\b.{0,120}\b(?:cookies|privacy|terms)|wir (?:verwenden|nutzen) cookies|(?:ce site|nous) utilis(?:e|ons) des cookies|(?:este sitio|utilizamos|usamos) .{0,20}cookies|(?:мы|этот сайт|сайт) использу(?:ем|ет) (?:файлы )?cookie|(?:ми|цей сайт|сайт) використову(?:ємо|є) (?:файли )?cookie)/iu,
  },
  {
    name: 'copyright',
    most: LONG,
    test: /^(?:©|\(c\) |copyright\b[^.]{0,20}(?:©|\(c\)|\d{4}))|(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|все права защищены)\.?$|^this material may not be published/iu,
  },
  {
    name: 'note on the page',
    most: 300,
    test: /^(?:this|an earlier version of this|a previous version of this|a version of this) (?:article|post|story|report|piece)(?: has been| was| is)? (?:being )?(?:updated|corrected|originally|first|republished|appeared|appears|developing|misstated)\b/iu,
  },
  {
    name: 'heading',
    most: 40,
    test: /^["“]?(?:corrections?|clarification|related|previously|editor[’']s note|online|tags|topics|filed under|source|sources):["”]?$/iu,
  },
  {
    name: 'tags',
    most: 300,
    test: /^(?:tags|topics|filed under|keywords|categories|schlagworte|теги|mots-clés|etiquetas): /iu,
  },
  {
    name: 'see',
    most: SHORT,
    test: /^(?:(?:see|watch|read|view|listen to|check out) [^,;?!]{0,90}\b(?:below|here)|read the full [^,;?!]{0,60}|click (?:here|below|on) [^,;?!]{0,90})[:.]?$/iu,
  },
  {
    name: 'read more',
    most: 200,
    test: /^(?:read more|read also|also read|see also|more on this|related|must read|read next|watch|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lea también|leer más|te puede interesar|leggi anche|leia também|читайте также|читать также|читайте також) ?(?::|»|>|→|\|).{1,180}$/iu,
  },
  {
    name: 'like the page',
    most: SHORT,
    test: /\blike (?:the|our|this) page:?$|\bshare (?:this|the) (?:article|story|post) (?:on|with)\b.{0,50}$/iu,
  },
  { name: 'markup', most: LONG, test: /^(?:<[a-z/!][^<>]*>\s*)+\.?$/iu },
  {
    name: 'style sheet',
    most: SHORT,
    test: /^[a-z-]+ ?: ?[^;]{1,60};$|^[.#@]?[\w .#,:>()-]{1,80}\{$/u,
  },
  { name: 'hat tip', most: SHORT, test: /^\(h\/t .{1,60}\)\.?$/iu },
  {
    name: 'counts',
    most: 60,
    test: /^\d[\d.,]*[KkMm]? ?(?:shares?|views?|likes?|comments?|retweets?|reactions?|min(?:ute)?s? read|комментари\p{L}*|просмотр\p{L}*|коментар\p{L}*|перегляд\p{L}*|kommentare?|commentaires?|comentarios?)$/iu,
  },
  {
    name: 'to be continued',
    most: SHORT,
    test: /^(?:(?:the )?(?:story|article|video|post|text) (?:continues|resumes) (?:below|after)|advertisement\b.{0,60}(?:continues|below|scroll)|scroll (?:down )?(?:to|for) .{1,60})/iu,
  },
];
