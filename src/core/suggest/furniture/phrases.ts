/** Lines that are page furniture as they stand, in small letters, without marks at their ends; numbers are written 0. */
export const PHRASES: ReadonlySet<string> = new Set(
  [
    // Reading on.
    'read more|read more here|read more at|read also|also read|see also|more|learn more|continue reading|keep reading',
    'read the full story|read the full article|read full article|full story|click here|click here to read more|show more',
    'show more posts|load more|view more|see more|view all|see all|related|related posts|related articles|related stories',
    'related news|related topics|related content|more on this story|more from|more stories|more news|more on this topic',
    'more to read|more for you|you may also like|you might also like|you might also be interested in|recommended',
    'recommended for you|recommended stories|recommended reading|previously|online|on the web|up next|next up|next article',
    'previous article|next story|previous story|next post|previous post|most popular|most popular articles|most read',
    'most viewed|most shared|most commented|trending|trending now|trending stories|top stories|latest news|latest stories',
    'latest|editor’s picks|editors’ picks|popular posts|recent posts|story continues below|story continues below advertisement',
    'article continues below|article continues after advertisement|article continues below advertisement',
    'continue reading the main story|skip to content|skip to main content|skip advertisement|back to top|jump to comments',
    // Advertisement.
    'advertisement|advertisements|advertising|ad|ads|ads by google|sponsored|sponsored content|promoted|promoted content',
    'paid post|paid content|scroll to continue|scroll to continue reading|remove ads',
    // Sharing and saving.
    'share|share this|share this article|share this story|share this post|share on facebook|share on twitter|share on x',
    'share via email|share on whatsapp|share on linkedin|share on telegram|share on reddit|tweet this|email this|email this article',
    'print this|print this article|print article|copy link|link copied|save article|save for later|follow us|follow us on',
    'follow us on twitter|follow us on facebook|follow us on instagram|follow us on telegram|like us on facebook|0 shares|0 share|0 views|0 likes',
    // Comments.
    'leave a reply|leave a comment|leave a reply cancel reply|cancel reply|post a comment|add a comment|write a comment',
    'be the first to comment|join the conversation|join the discussion|view comments|show comments|hide comments|comments',
    '0 comments|0 comment|no comments|no comments yet|comments are closed|comments are off|comments closed|post comment',
    'log in to comment|sign in to comment|view all comments|report comment|reply|your email address will not be published',
    'required fields are marked|save my name, email, and website in this browser for the next time i comment',
    'your email address|email address|enter your email|enter your email address|name|email|website|submit|comment',
    // Accounts and letters.
    'subscribe|subscribe now|subscribe today|subscribe here|subscribe to our newsletter|sign up|sign up now|sign up here',
    'sign up for our newsletter|sign in|log in|log out|login|register|register now|create an account|create a free account',
    'newsletter|newsletters|get the newsletter|already a subscriber|already a member|not a subscriber|donate|donate now',
    'support us|become a member|get the app|download the app|download our app|get our app|start your free trial',
    // Cookies and the page's foot.
    'accept|accept all|accept cookies|accept all cookies|reject all|manage cookies|cookie settings|cookie policy',
    'privacy policy|privacy settings|privacy notice|terms of use|terms of service|terms and conditions|terms & conditions|contact us',
    'about us|about the author|about the authors|advertise with us|all rights reserved|sitemap|menu|search|close|home|tags',
    'file photo|photo|photos|video|gallery|view gallery|image|image source|image caption|getty|getty images|reuters|ap photo|play video|watch video|watch live|listen|listen to this article|live updates|live|breaking news|exclusive',
    // German, French, Spanish, Italian, Portuguese.
    'mehr lesen|weiterlesen|lesen sie auch|lesen sie mehr|mehr zum thema|zum thema|anzeige|werbung|teilen|kommentare|kommentar schreiben',
    '0 kommentare|auch interessant|das könnte sie auch interessieren|meistgelesen|newsletter abonnieren|jetzt abonnieren|alle rechte vorbehalten|impressum|datenschutz|startseite|zur startseite',
    'lire plus|lire la suite|lire aussi|à lire aussi|publicité|partager|commentaires|0 commentaires|laisser un commentaire|s’abonner|abonnez-vous|les plus lus|tous droits réservés|mentions légales|article réservé aux abonnés',
    'leer más|lea también|lea más|te puede interesar|publicidad|compartir|comentarios|0 comentarios|deja un comentario|deja una respuesta|suscríbete|suscribirse|lo más leído|todos los derechos reservados|noticias relacionadas',
    'leggi anche|leggi tutto|pubblicità|condividi|commenti|lascia un commento|leia mais|leia também|publicidade|compartilhar|comentários|deixe um comentário',
    // Russian, Ukrainian.
    'читать далее|читайте также|читать также|подробнее|реклама|поделиться|комментарии|комментировать|оставить комментарий|0 комментариев|подписаться|подписывайтесь на наш канал|самое читаемое|популярное|все права защищены|материалы по теме|по теме|главное|новости по теме',
    'читати далі|читайте також|докладніше|поділитися|коментарі|залишити коментар|підписатися|підписуйтесь на наш канал|найпопулярніше|усі права захищено|всі права захищені|матеріали по темі|за темою|новини за темою|головне',
  ].flatMap((row) => row.split('|')),
);

/** After one of these lines, in the second half of a page, there are readers' comments and no article. */
export const COMMENTS_BEGIN: ReadonlySet<string> = new Set(
  (
    'leave a reply|leave a comment|leave a reply cancel reply|post a comment|add a comment|write a comment|join the conversation|' +
    'join the discussion|be the first to comment|comments|0 comments|0 comment|kommentare|0 kommentare|commentaires|0 commentaires|' +
    'laisser un commentaire|comentarios|0 comentarios|deja un comentario|deja una respuesta|commenti|comentários|комментарии|' +
    'оставить комментарий|0 комментариев|коментарі|залишити коментар'
  ).split('|'),
);

/** After one of these lines other articles' headlines may follow. */
export const HEADLINES_FOLLOW: ReadonlySet<string> = new Set(
  (
    'read more|read also|also read|see also|related|related posts|related articles|related stories|related news|more on this story|' +
    'more stories|more news|you may also like|you might also like|recommended|recommended for you|previously|most popular|' +
    'most popular articles|most read|most viewed|trending|trending now|top stories|latest news|latest stories|popular posts|' +
    'recent posts|editor’s picks|editors’ picks|lesen sie auch|mehr zum thema|zum thema|auch interessant|meistgelesen|lire aussi|' +
    'à lire aussi|les plus lus|lea también|te puede interesar|lo más leído|noticias relacionadas|leggi anche|leia também|' +
    'читайте также|читать также|материалы по теме|по теме|популярное|читайте також|матеріали по темі|за темою|найпопулярніше'
  ).split('|'),
);

/** The words a share bar is made of. */
export const SHARE_WORDS: ReadonlySet<string> = new Set(
  (
    'share tweet pin print email e-mail save facebook twitter x whatsapp telegram linkedin reddit pinterest flipboard instagram youtube ' +
    'messenger viber tumblr vk copy link pocket threads bluesky mastodon tiktok rss sms xing teilen drucken partager compartir поделиться вконтакте ' +
    'одноклассники and on via 0'
  ).split(' '),
);
