"""How web pages word their furniture. Each pattern is matched against one line; gaps are bounded."""

from __future__ import annotations

import re

# A whole line that asks for something, offers something or belongs to a form.
CALLS = re.compile(
    r"""(?:
      advertisements? | sponsored(?:\ content)? | promoted(?:\ content)? | loading\.{0,3}
    | (?:story|article)\ continues\ below.{0,40}
    | (?:please\ )?(?:click|tap)\ here\b.{0,80} | get\ the\ [\w ]{1,30}\ app\b.{0,40}
    | read\ (?:more|on|also|the\ full\ (?:story|article|report))\b(?:\ (?:here|on\ .{1,40}|at\ .{1,40}))?[.:…>»]{0,3}
    | (?:continue|keep)\ reading\b.{0,60} | (?:see|read)\ also:? | listen\ to\ this(?:\ (?:story|article))?
    | (?:share|share\ (?:this|on|via|with)\b.{0,60}|copy\ link|pin\ it):?
    | (?:tweet|email|e-mail|print|save|like|whatsapp|telegram|facebook|twitter|linkedin):?
    | (?:follow|like|join|find)\ us\ (?:on|at)\b.{0,120} | follow\ @?[\w.]{1,30}(?:\ on\ \w{1,20})?[.!]?
    | (?:sign|signing)\ up\b.{0,160} | subscribe\b.{0,160} | already\ a\ (?:subscriber|member)\b.{0,60} | log\ in\b.{0,60}
    | (?:want|get)\b.{0,120}\b(?:inbox|newsletter)\b.{0,120} | .{0,100}\bstraight\ to\ your\ inbox\b.{0,100}
    | (?:please\ )?enter\ your\ (?:comment|name|e-?mail)\b.{0,60} | (?:your\ )?e-?mail\ address\ will\ not\ be\ published\b.{0,80}
    | your\ email\ address\ will\ not\ be\ published\b.{0,80} | required\ fields\ are\ marked\b.{0,20}
    | save\ my\ name,\ e-?mail\b.{0,120} | post\ comment | submit | cancel\ reply | name\ ?\*? | website | email\ ?\*?
    | notify\ me\ of\b.{0,80} | you\ must\ be\ logged\ in\b.{0,60} | \d{1,5}\ (?:comments?|shares?|views?)
    | (?:all\ rights\ reserved|copyright\ (?:\(c\)|©|\d{4})|©|\(c\)\ \d{4}).{0,160} | this\ material\ may\ not\ be\ published\b.{0,120}
    | (?:we\ use|this\ (?:site|website)\ uses)\ cookies\b.{0,200} | media\ playback\ is\ (?:un|not\ )supported\ on\ (?:your|this)\ device
    | slide-?show\ \(\d{1,3}\ images?\) | image\ (?:source|copyright)(?:\ [\w ./]{1,40})? | view\ (?:photos?|gallery|comments)\b.{0,40}
    | \d{1,2}\ (?:min|minutes?)\ read | back\ to\ top | skip\ to\ (?:main\ )?content | (?:next|previous)\ (?:article|post|story):?
    | tags?:.{0,200} | filed\ under:.{0,200} | categories:.{0,200} | \(?(?:begin|end)\ video\ clip\)?
    )\W{0,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
# An image's address or file name alone on a line, with or without Markdown around it.
CAPTIONLESS_IMAGE = re.compile(
    r"(?::quality\(\d|!\[[^\]\n]{0,200}\]\([^)\n]{0,300}\)$|\S{1,400}\.(?:jpe?g|png|gif|webp|svg|avif)(?:[?#)]\S{0,200})?$|[A-Za-z0-9-]{1,80}(?:_[A-Za-z0-9-]{1,80}){1,20}$)",
    re.IGNORECASE,
)
# A heading over links to other stories, or over the author's bio.
BLOCK_HEADS = re.compile(
    r"""(?:
      (?:keep|continue)\ reading | read\ (?:more|next) | up\ next | what\ to\ read\ next | see\ also | in\ other\ news | don't\ miss
    | related(?:\ (?:articles?|stories|posts?|news|content|topics?|coverage|links?|reading))?
    | you\ (?:may|might)\ also\ (?:like|be\ interested\ in) | recommended(?:\ (?:for\ you|stories|articles|reading))?
    | more\ (?:stories|news|on\ this\ story|from\ .{1,40}|in\ .{1,30}) | most\ (?:read|popular|viewed|shared) | popular\ (?:now|posts|stories)
    | trending(?:\ now)? | latest\ (?:news|stories|posts) | top\ stories | editors?['’]?s?\ (?:picks?|choice)
    | (?:about\ (?:the\ )?)?authors? | advertisement
    )\s?[:>»…]{0,2}$""",
    re.IGNORECASE | re.VERBOSE,
)
# From here on the page is its readers'.
REST_OF_PAGE = re.compile(
    r"""(?:
      leave\ (?:a|your)\ (?:reply|comment)(?:\ to\ .{1,60})? | (?:post\ a|add\ (?:a|your))\ comment | join\ the\ (?:conversation|discussion)
    | (?:reader\ )?comments\ ?(?:\(\d{1,5}\))? | \d{1,5}\ (?:comments|responses|replies)(?:\ (?:to|on)\ .{1,120})?
    | please\ enter\ your\ comment!? | load(?:ing)?\ comments
    )\W{0,3}$""",
    re.IGNORECASE | re.VERBOSE,
)
# A headline of another story, by what leads it in or out. Capitals or the colon tell the label from a sentence's first word.
_SHOUTED = r"(?:ALSO |KEEP )?READ(?:ING)?(?: MORE| ALSO)?|MORE|RELATED|SEE (?:ALSO|MORE)|WATCH|LISTEN|DON'T MISS|OPINION|GRAPHIC|VIDEO|GALLERY"
_SPOKEN = r"Read|Read more|Read also|Also read|More|Related|Related (?:article|story|coverage)|See also|Watch|Explainer|Opinion|Keep reading"
LINKED = re.compile(
    rf"^(?:(?:{_SHOUTED})\s?[:|>»–—-]|(?:{_SPOKEN})\s?:)"
    r"|^[^.!?]{10,120}[^.!?,:\s] (?:Read more|READ MORE)[.…>» ]{0,3}$"
    r"|^['\"‘“]?[A-Z][^.:\n]{3,60}:['’”\"]?[A-Z][^:\n]{8,100}[^.!?:\"”’\s]$"
)
# Under a heading: what may still be a link or a bio (a link line has no sentence end; a bio is caught on its own).
NEAR_BODY = re.compile(r"[^\n]{1,160}[^.!?\"”\n]$")
BODY_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}$")
SENTENCE = re.compile(r"[.!?][\"'”’]?$")
MIXED_CASE = re.compile(r"[a-z]{2}")
# A line with a date, or that opens with a number or a bullet, is an entry of a chronicle, not a link.
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
CHRONICLE = re.compile(rf"^[\d•*·–—-]|\b(?:19|20)\d\d\b|\b{_MONTH} \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}(?!\w)")
# "Jane Doe is a young writer ...", "Jane Doe covers the Middle East for ...", "The author is ...".
_CRAFT = r"(?:writer|journalist|reporter|editor|correspondent|author|blogger|columnist|producer|contributor|freelancer|fellow)"
BIO = re.compile(
    rf"(?:[A-Z][\w.'’-]{{0,30}} ){{1,4}}(?:is|was) (?:an? |the )?(?:[\w-]{{1,30}},? (?:and )?){{0,5}}{_CRAFT}\b"
    r"|(?:[A-Z][\w.'’-]{0,30} ){2,4}(?:covers|writes (?:about|for|on)|reports (?:on|for|from)|is based in|contributed to)\b"
    r"|(?:The|About the) (?:author|writer)\b"
)
# A name, then the page's links glued to its last word, up to MORE; never across the end of a sentence of plain words.
RUN_ON_LINKS = re.compile(
    r"\b[A-Z][A-Za-z'’-]{1,30} (?:[A-Z(][\w.()'’-]{0,30} ){0,3}(?!Ma?c[A-Z][a-z]{1,20} )[A-Z][a-z'’-]{1,20}(?:[A-Z][a-z]{1,20})?"
    r"([A-Z][A-Za-z.]{0,20}[ :,](?:(?![a-z]{3}[.!?][\"'”’]? [A-Z])[^\n]){0,500}? MORE)\b"
)
