package article

import "regexp"

// rule recognises junk by its form. words bounds the length of what it may judge, so that a paragraph of news that happens
// to begin alike stays.
type rule struct {
	class string
	words int
	form  *regexp.Regexp
}

func (r rule) matches(s string, words int) bool { return words <= r.words && r.form.MatchString(s) }

// classOf returns the class of the first rule that matches, or "".
func classOf(rules []rule, s string) string {
	n := wordCount(s)
	for _, r := range rules {
		if r.matches(s, n) {
			return r.class
		}
	}
	return ""
}

// lineRules judge a whole line, mostly by the label that it opens with.
var lineRules = []rule{
	{"advertisement", 40, regexp.MustCompile(`(?i)^(?:advertisement|advertorial|sponsored(?: content| post)?|paid (?:content|post|partnership|advertisement)|promoted|partner content|anzeige|publicité|publicidad|reklam)\s*(?:[:–—|-]|$)`)},
	{"caption", 80, regexp.MustCompile(`(?i)^[(\[]?(?:file |archive )?(?:photo(?:graph)?s?|image|picture|pictured|caption|illustration|screengrab|video grab)(?: (?:credit|courtesy|caption|by|source))?\s*[:：]`)},
	{"caption", 12, regexp.MustCompile(`(?i)^[(\[]?(?:photo(?:graph)?s?|image|picture|illustration) (?:by|courtesy of|credit) `)},
	{"call_to_action", 60, regexp.MustCompile(`(?i)^(?:call to action|share(?: (?:this|on|via|with)\b[^:]{0,30})?|follow us(?: on)?|subscribe(?: now)?|sign up|support us)\s*[:：|]`)},
	{"navigation", 60, regexp.MustCompile(`(?i)^(?:jump to|skip to|in this (?:article|story|report|section)|on this page|table of contents|contents|you are here|filed under|tags?|topics|categories|more on)\s*[:：]`)},
	{"navigation", 6, regexp.MustCompile(`(?i)^(?:skip to (?:main )?content|back to (?:top|home)|table of contents|main menu|open menu|search|toggle navigation|print|listen to (?:this )?(?:article|story)|\d+ ?min(?:utes?)? (?:read|listen)|reading time.{0,15})$`)},
	{"related_link", 30, regexp.MustCompile(`(?i)^(?:also read|read also|see also|also see|read more|read next|read|don['’]t miss|related(?: (?:stories|story|articles?|coverage|news|reading|content))?|more on this(?: story)?|recommended(?: for you)?|must[- ]read|in case you missed it|icymi|siehe auch|lesen sie auch|(?:à )?lire aussi|le[ea] también|ayrıca okuyun|podcast|listen|watch(?: live)?|quiz|in pictures|gallery)\s*[:：|]`)},
	{"byline", 10, regexp.MustCompile(`(?i)^(?:published|updated|posted|last updated|modified)?:? ?(?:\d+|an?|one|two|three) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago$`)},
	{"byline", 6, regexp.MustCompile(`(?i)^(?:by )?(?:(?:our|staff|special|web|news|foreign|political|monitoring) )*(?:correspondents?|reporters?|desk|staff|agencies|staff report|bureau)$`)},
	{"boilerplate", 60, regexp.MustCompile(`(?i)^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))`)},
	{"boilerplate", 60, regexp.MustCompile(`(?i)\ball rights reserved\b`)},
	{"boilerplate", 60, regexp.MustCompile(`(?i)^(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)\s*:`)},
	{"boilerplate", 40, regexp.MustCompile(`(?i)^for (?:media|press) (?:enquiries|inquiries)\b|^for (?:more|further) information,? (?:please )?contact\b`)},
	{"boilerplate", 12, regexp.MustCompile(`(?i)^(?:notes? to editors?:?|-?\s?ends?\s?-?|#{3,}|-30-|not for publication.*)$`)},
	{"boilerplate", 40, regexp.MustCompile(`(?i)\bthis (?:story|article|report|dispatch|copy|piece) (?:was|has been|is) (?:originally |first )?(?:supplied|provided|syndicated|published (?:by|on|in|from)|produced (?:by|with)|auto-?generated|translated from)\b`)},
	{"boilerplate", 60, regexp.MustCompile(`(?i)\b(?:we|this (?:web)?site|our (?:partners|website))\b[^.]{0,40}\buses? cookies\b`)},
	{"boilerplate", 8, regexp.MustCompile(`(?i)^(?:accept|reject) (?:all)?(?: cookies)?$|^(?:terms (?:of use|and conditions)|privacy policy|cookie policy|manage preferences)\b`)},
	{"byline", 30, regexp.MustCompile(`(?i)\bcontributed (?:to this (?:report|story|article|dispatch)|reporting)\b`)},
	{"byline", 60, regexp.MustCompile(`(?i)^[(\[](?:additional )?(?:reporting|writing|editing|compiled|edited|written|translated|with (?:inputs?|reporting|files)) (?:by|from) .*[)\]]$`)},
	{"comment_form", 20, regexp.MustCompile(`(?i)^(?:please enter your (?:comment|name|e-?mail)|cancel reply|log ?in to (?:comment|post)|comments are closed|be the first to comment|save my name, e-?mail|your e-?mail address will not be published)`)},
}

// sentenceRules judge one sentence, also in the middle of a paragraph. They match what speaks to the reader of the page
// (imperatives at the head of a sentence), never what is told of somebody else.
var sentenceRules = []rule{
	{"seo_link", 30, regexp.MustCompile(`(?i)^(?:find out|learn|read|discover|see|explore|click) (?:more|here)\b(?: (?:about|on|in|at|to|for)\b|[.:]|$)`)},
	{"seo_link", 30, regexp.MustCompile(`(?i)^(?:click|tap) (?:here|the link|on the link)\b|^read (?:the|our) (?:full|whole|original) (?:story|article|report|analysis|guide|interview)\b`)},
	{"seo_link", 40, regexp.MustCompile(`(?i)^for (?:(?:an?|more|further|deeper|additional|broader|detailed|expert|the) )*(?:insights?|information|details|context|background|analysis|reading|guidance|look)\b[^.]*, (?:please )?(?:see|review|read|visit|check|check out|explore|consult|click|refer to)\b`)},
	{"seo_link", 25, regexp.MustCompile(`(?i)^understanding [^.,"“”0-9]{5,120} (?:is|remains) (?:also )?(?:crucial|essential|vital|key|important|critical|imperative)\b[^"“”]*$`)},
	{"related_link", 30, regexp.MustCompile(`(?i)^(?:also read|read also|see also|read more|related(?: (?:stories|story|articles?|coverage))?|more on this(?: story)?)\s*[:：]`)},
	{"newsletter", 40, regexp.MustCompile(`(?i)^(?:get|receive|sign up|join|subscribe|want)\b.*\b(?:newsletters?|(?:in|to) your inbox|(?:morning|daily|evening|weekly) (?:briefing|email|digest))\b`)},
	{"call_to_action", 40, regexp.MustCompile(`(?i)^(?:please )?(?:subscribe\b|sign up (?:for|to|now|here|today)\b|donate\b|become an? (?:member|subscriber|supporter|patron)\b|support (?:us|our (?:work|journalism|reporting|newsroom)|(?:independent|local|quality) journalism)\b|download (?:our|the) app\b|register (?:now|here|for free)\b|have your say\b|print (?:this|out this)\b|leave a (?:comment|reply)\b|comment below\b|stay tuned\b|bookmark this\b)`)},
	{"call_to_action", 40, regexp.MustCompile(`(?i)^(?:please )?(?:share|tell us|let us know|join)\b.*\b(?:your (?:thoughts|views?|analysis|stor(?:y|ies)|opinions?|experiences?|comments?|feedback|questions?)|this (?:article|story|post|page|report|page)|in the comments|the conversation|our (?:channel|community|group|page)|what you think)\b`)},
	{"call_to_action", 40, regexp.MustCompile(`^(?i:(?:please )?(?:write|e-?mail|send|call|contact|message|text|tip off|reach))\b.*(?:\b(?:newsdesk|news|letters|tips?|editors?|feedback|info|corrections|standards|newsroom|readers?|community)@|\bus\b|\bour (?:newsroom|desk|team|reporters|editors|standards)\b|\byour (?:thoughts|tips|stories|views|comments|photos|questions|videos)\b)`)},
	{"call_to_action", 40, regexp.MustCompile(`^(?i:follow)\b.*(?:\bus\b|\bour (?:live|coverage|channel|page)\b|\bon (?:Twitter|X|Facebook|Instagram|Telegram|WhatsApp|YouTube|TikTok|Bluesky|Threads)\b)`)},
	{"call_to_action", 16, regexp.MustCompile(`(?i)^(?:readers|viewers|listeners) (?:can|may) (?:also )?(?:write|email|contact|reach|call|send|comment|subscribe|support|donate|follow)\b|^you can (?:also )?(?:subscribe|read more|sign up|follow us|email us|contact us|reach us|support us|find more)\b`)},
	{"call_to_action", 20, regexp.MustCompile(`(?i)^(?:do you (?:agree|know more|have (?:an?|any) (?:tips?|stor(?:y|ies)|information|questions?|views?))|what do you think|what['’]s your (?:view|take|opinion)|got an? (?:tip|story|question|news tip)|(?:liked|like|love|enjoy|enjoyed|enjoying) (?:this|what you|our)\b|have you (?:got a story|been affected)|want (?:more|to (?:know|read|hear) more)|(?:see|seen|spotted) (?:something wrong|an? (?:error|mistake|typo)))[^.!?]*\?`)},
	{"boilerplate", 14, regexp.MustCompile(`(?i)^(?:all times (?:are )?(?:local|in\b|gmt|utc|[a-z]{2,4}\b)|(?:newest|latest|most recent) (?:entries|updates|posts) (?:first|at the top|come first))`)},
	{"boilerplate", 40, regexp.MustCompile(`^(?:©|\(c\) ?\d{4})|^(?i:redistribution|reproduction) without\b|(?i:\ball rights reserved\b)`)},
	{"lead_in", 14, regexp.MustCompile(`(?i)^(?:here (?:is|are|'s|’s)|these are|below (?:is|are)|what follows (?:is|are)) (?:our|the|a|an|some|what|five|six|seven|ten|three|four)\b[^"“”]*\b(?:point by point|what (?:we|you|to) (?:know|need to know)|at a glance|below|in (?:brief|short|full)|step by step)\b[^"“”]*[.:]$`)},
}

// tailRules judge a line after which no running text comes.
var tailRules = []rule{
	{"related_link", 20, regexp.MustCompile(`(?i)^(?:next|coming (?:up|soon)|in (?:our|the) next|tomorrow)\b[^.:]{0,50}:`)},
	{"call_to_action", 12, regexp.MustCompile(`(?i)^(?:share|tweet|print|e-?mail|copy link|subscribe|donate|follow us)\b[^.]*$`)},
	{"boilerplate", 20, regexp.MustCompile(`(?i)^(?:the (?:author|writer) is\b|(?:last )?(?:updated|published|modified)\b)`)},
}

// blockHeads are lines that open a block of links; blockRules say under which class it and what follows is dropped.
var blockHeads = rule{"related_link", 8, regexp.MustCompile(`(?i)^(?:(?:the )?most[- ](?:read|popular|viewed|shared|watched|commented)|must[- ]reads?|trending|related(?: (?:stories|articles|content|topics|posts|news|links|coverage|reading))?|more (?:from|stories|news|coverage|on this|like this|in this)\b.*|read (?:more|next|also)|you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: for you)?|(?:latest|top|popular)(?: (?:news|stories|posts|articles|headlines))|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|also (?:read|in the news)|see also|up next|share this(?: (?:article|story|post))?|follow us|about the author|what to read next|from around the web)(?: (?:today|now|this week))?:?$`)}

// commentHeads open the readers' comments: what follows is no report.
var commentHeads = rule{"comment_form", 10, regexp.MustCompile(`(?i)^(?:\(?\d+\)? (?:comments?|replies|responses)\b.{0,20}|comments? ?\(?\d+\)?:?|comments?:?|(?:leave|post|add|write) (?:a|your) (?:reply|comment)\b.*|join the (?:conversation|discussion)|(?:view|show|load|read) (?:all )?(?:\d+ )?comments|reader comments.*|what readers say)$`)}

// crossReference matches a pointer to another place of the same document at the end of a sentence.
var crossReference = regexp.MustCompile(`(?i)(?:[,;]?\s+as (?:is )?(?:detailed|discussed|described|noted|outlined|explained|shown|mentioned|seen|set out|listed) (?:(?:in|under) (?:section|chapter|part|figure|table|appendix|annex|box|map) [ivxlcdm\d]+(?:[.\d]+\d)?|above|below|earlier in this (?:article|report|piece))|\s*\((?:see|cf\.?) (?:also )?(?:above|below|(?:section|chapter|part|figure|table|appendix|annex|box|map|graphic|chart)\b[^)]{0,20})\))[.!?]*$`)

// citationMark matches what chat programs leave glued to a sentence: the chip of a source ("outlet+2"), a bracketed
// reference. Footnote numbers stay in the passage and outside its sentences, see Sentences.
var citationMark = regexp.MustCompile(`(?:【[^】]{1,40}】)+|(?:[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\+\d{1,2})+`)

// creditTail matches a photographer's or agency's credit at the end of a line, which makes the line a caption.
var creditTail = regexp.MustCompile(`(?:^|[\s.!?”"’)])(?:(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Pp]hotograph|[Cc]redit|[Ii]llustration|IMAGE|PHOTO)s?(?: (?:[Cc]redit|[Cc]ourtesy(?: of)?|by))?\s*[:/]\s*[^.!?:]{2,60}\.?|\[[^\[\]]{2,60}/[^\[\]]{2,40}\]\.?|[(]?(?:File [Pp]hoto|Getty Images|AP Photo)(?:/[^()]{2,40})?[)]?\.?)$`)

// agencyTail matches an agency's name alone after the last full stop.
var agencyTail = regexp.MustCompile(`[.!?”"’]\s*(?:[—–]|--)\s*(?:\p{Lu}[\p{L}/&]*)(?: \p{Lu}[\p{L}/&]*){0,3}$|[.!?”"’]\s*\((?:AFP|AP|Reuters|DPA|EFE|ANI|PTI|Xinhua|TASS|Agencies|AA|APP|Bloomberg)(?:/[A-Za-z]+)?\)\.?$`)
