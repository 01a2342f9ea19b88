package article

import (
	"regexp"
	"strings"
)

// rule recognises junk by its form.
type rule struct {
	class string
	// words bounds the length of what the rule may judge, so that a paragraph of news that happens to begin alike stays.
	words  int
	form   *regexp.Regexp
	starts *starts
	// unless matches what stays although the form matches it; nil for nothing.
	unless *regexp.Regexp
	// cues are words in small letters of which one stands in whatever the form matches; none for a form that is anchored.
	cues []string
}

func newRule(class string, words int, form string, cues ...string) rule {
	return rule{class: class, words: words, form: regexp.MustCompile(form), starts: startsOf(form), cues: cues}
}

// except returns the rule with what it leaves alone.
func (r rule) except(form string) rule {
	r.unless = regexp.MustCompile(form)
	return r
}

func (r *rule) matches(s string, words int) bool {
	return words <= r.words && r.starts.may(s) && r.form.MatchString(s) && (r.unless == nil || !r.unless.MatchString(s))
}

// maxJunk bounds in bytes what the rules judge: junk is short.
const maxJunk = 900

// classOf returns the class of the first rule that matches, or "".
func classOf(rules []rule, s string) string {
	if len(s) > maxJunk {
		return ""
	}
	n, lower := wordCount(s), strings.ToLower(s)
	for i := range rules {
		if r := &rules[i]; n <= r.words && (r.cues == nil || hasAny(lower, r.cues)) && r.matches(s, n) {
			return rules[i].class
		}
	}
	return ""
}

// houseLine matches a pointer to the standards that an outlet sets itself.
const houseLine = `^(?i:(?:our|editorial) (?:standards?|guidelines|code of (?:conduct|ethics)|ethics(?: policy)?|principles)\s*(?:[:|–—]|$))|^(?:The )?(?:\p{Lu}[\p{L}&-]* ){1,5}Trust Principles\.?$`

// lineRules judge a whole line, mostly by the label that it opens with.
var lineRules = []rule{
	newRule("advertisement", 40, `(?i)^(?:advertisement|advertorial|sponsored(?: content| post)?|paid (?:content|post|partnership|advertisement)|promoted|partner content|anzeige|publicité|publicidad|reklam|premium|(?:special|subscriber) offer)\s*(?:[:–—|-]|$)`),
	newRule("caption", 80, `(?i)^[(\[]?(?:file |archive )?(?:photo(?:graph)?s?|image|picture|pictured|caption|illustration|screengrab|video grab)(?: (?:credit|courtesy|caption|by|source))?\s*[:：]`),
	newRule("caption", 40, `(?i)^image (?:source|caption|credit),`),
	newRule("boilerplate", 30, `(?i)\bopens (?:in )?(?:a )?new (?:tab|window)\b`, "opens "),
	newRule("caption", 12, `(?i)^[(\[]?(?:photo(?:graph)?s?|image|picture|illustration) (?:by|courtesy of|credit) `),
	newRule("call_to_action", 60, `(?i)^(?:call to action|share(?: (?:this|on|via|with)\b[^:]{0,30})?|follow us(?: on)?|subscribe(?: now)?|sign up|support us)\s*[:：|]`),
	newRule("call_to_action", 25, `(?i)\b(?:journalism|reporting|news|newspaper)\b.{0,30}\b(?:from|for) (?:only |just )?[\p{Sc}\d][\d.,]*(?: \p{L}+)? (?:a|per) (?:day|week|month|year)\b`, " a ", " per "),
	newRule("navigation", 60, `(?i)^(?:jump to|skip to|in this (?:article|story|report|section|piece|issue|edition|analysis|explainer)|on this page|table of contents|contents|you are here|filed under|tags?|topics|categories|more on)\s*[:：]`),
	newRule("navigation", 6, `(?i)^(?:skip to (?:main )?content|back to (?:top|home)|table of contents|main menu|open menu|search|toggle navigation|print|listen to (?:this )?(?:article|story)|\d+ ?min(?:utes?)? (?:read|listen)|reading time.{0,15})$`),
	newRule("related_link", 30, `(?i)^(?:also read|read also|see also|also see|read more|read next|read|don['’]t miss|related(?: (?:stories|story|articles?|coverage|news|reading|content))?|more on this(?: story)?|recommended(?: for you)?|must[- ]read|in case you missed it|icymi|siehe auch|lesen sie auch|(?:à )?lire aussi|le[ea] también|ayrıca okuyun|mehr zum thema|en savoir plus|más información|ilgili haber(?:ler)?|İlgili haber(?:ler)?|читайте также|مزید پڑھیں|یہ بھی پڑھیں|اقرأ أيضا?ً?|यह भी पढ़ें|further reading|more interviews|poll|podcast|listen|watch(?: live)?|quiz|in pictures|gallery)\s*[:：|]`),
	newRule("byline", 10, `(?i)^(?:published|updated|posted|last updated|modified)?:? ?(?:\d+|an?|one|two|three) (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?) ago$`),
	newRule("byline", 6, `(?i)^(?:by )?(?:(?:an?|our|staff|special|web|news|foreign|political|diplomatic|parliamentary|business|monitoring) )*(?:correspondents?|reporters?|desk|staff|agencies|staff report|bureau)$`),
	newRule("boilerplate", 60, `(?i)^(?:©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d{4}))`),
	newRule("boilerplate", 60, `(?i)\ball rights reserved\b`, "all rights"),
	newRule("boilerplate", 20, houseLine, "standard", "guidelines", "code of", "ethics", "principles"),
	newRule("boilerplate", 12, `(?i)\b(?:alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados)\b|tüm hakları saklıdır|все права защищены|جملہ حقوق|جميع الحقوق محفوظة`,
		"rechte vor", "droits r", "derechos res", "diritti ris", "direitos res", "hakları", "права", "حقوق"),
	newRule("boilerplate", 25, `(?i)^(?:printed|published|edited|distributed)(?: and (?:printed|published|edited|distributed))? (?:by|for) (?:the )?\p{Lu}`).
		except(`(?i)\b(?:is|are|was|were|has|have|had|show|shows|said|says|told|found|finds|will)\b`),
	newRule("navigation", 12, `(?i)^(?:view (?:this (?:e-?mail|post) )?(?:in|on) (?:your )?(?:browser|web)|(?:skip past|after|before) (?:the )?(?:newsletter|promotion|advert\w*)\b.*|reuse this content|(?:is|was) this (?:page|article|story|content) (?:useful|helpful)\??|(?:yes|no),? this page is (?:not )?(?:useful|helpful))$`),
	newRule("newsletter", 20, `(?i)^forwarded this e-?mail\?`),
	newRule("fragment", 14, `(?i)^[\d.,]+ ?[KM]? (?:reposts?|retweets?|likes?|quotes?|views?|bookmarks?|shares?|upvotes?|downvotes?|reactions?|claps?)(?:[ ·|,]+[\d.,]+ ?[KM]? \p{L}+)*$`),
	newRule("caption", 30, `^(?:(?:[\p{L}/ ]+ via )?Getty Images|EPA(?:-EFE)?|PA Media|PA Images|AP Photo|Reuters|AFP|AP) (?:An?|The|Two|Three|Four|\p{Lu}\p{Ll}+) [^.!?]*$`, "getty", "epa", "pa ", "ap ", "afp", "reuters"),
	newRule("navigation", 6, `(?i)^(?:(?:page|seite|página|sayfa|стр\.?) ?[A-Z]?\d{1,3}(?: (?:of|von|de|/) ?\d{1,3})?|(?:continued|cont['’]?d\.?) (?:on|from) (?:page|p\.?) ?[A-Z]?\d+)$`),
	newRule("boilerplate", 16, `(?i)^(?:UPDATE|WRAPUP|REFILE|RPT|[1-9](?:st|nd|rd|th)? ?ld)\b ?\d{0,2}\s*[-–—:]\s*(?:adds|updates|recasts|with|writes|changes)\b`),
	newRule("boilerplate", 30, `(?i)^(?:eds|editors?|attn|note to (?:editors|subscribers))\s*[:.–—-]+\s*(?:updates|adds|recasts|minor edits|writethru|writes|subs|with|please|resending|changes)\b`),
	newRule("boilerplate", 30, `(?i)^[(\[](?:updates?|adds?|recasts?|rewrites|writes through|refiles?|new throughout)\b[^()]*[)\]]\.?$`),
	newRule("boilerplate", 8, `(?i)^(?:yours (?:faithfully|sincerely|truly)|(?:(?:best|kind|warm) )?regards|sincerely(?: yours)?|respectfully(?: yours)?|sd/-|\[?(?:end|ends)\]?|sent from my \p{L}+|mit freundlichen grüßen|saygılarımızla|atentamente)[,.]?$`),
	newRule("boilerplate", 60, `(?i)^(?:media|press) (?:contacts?|enquir(?:y|ies)|inquir(?:y|ies)|office)\s*:`),
	newRule("boilerplate", 40, `(?i)^(?:for (?:media|press) (?:enquiries|inquiries)\b|for (?:more|further) information,? (?:please )?contact\b)`),
	newRule("boilerplate", 12, `(?i)^(?:notes? to editors?:?|-?\s?ends?\s?-?|#{3,}|-30-|not for publication.*)$`),
	newRule("boilerplate", 40, `(?i)\bthis (?:story|article|report|dispatch|copy|piece) (?:was|has been|is) (?:originally |first )?(?:supplied|provided|syndicated|published (?:by|on|in|from)|produced (?:by|with)|auto-?generated|translated from)\b`, "this "),
	newRule("boilerplate", 60, `(?i)\b(?:we|this (?:web)?site|our (?:partners|website))\b[^.]{0,40}\buses? cookies\b`, "cookies"),
	newRule("boilerplate", 8, `(?i)^(?:(?:accept|reject) (?:all)?(?: cookies)?$|(?:terms (?:of use|and conditions)|privacy policy|cookie policy|manage preferences)\b)`),
	newRule("byline", 40, `^(?i:about the (?:author|writer|contributor|columnist|reporter)s?)\s*[:–—]\s*\p{Lu}[\p{L}'’.-]+ \p{Lu}`),
	newRule("byline", 25, `^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3} (?:writes|blogs) on [^“”"0-9]* for (?:the |our )?\p{Lu}[^“”",0-9]*$`, " for "),
	newRule("byline", 30, `(?i)\bcontributed (?:to this (?:report|story|article|dispatch)|reporting)\b`, "contributed"),
	newRule("byline", 60, `(?i)^[(\[](?:additional )?(?:reporting|writing|editing|compiled|edited|written|translated|with (?:inputs?|reporting|files)) (?:by|from) .*[)\]]$`),
	newRule("call_to_action", 25, `(?i)^(?:[\p{L}'’ ]{2,40} (?:is|are) (?:now )?hiring\b|if you (?:value|like|enjoy|appreciate|trust)\b.*\b(?:our|us|donat\w+|subscri\w+|support)\b)`, "hiring", "if you "),
	newRule("comment_form", 20, `(?i)^(?:please enter your (?:comment|name|e-?mail)|cancel reply|log ?in to (?:comment|post)|comments are closed|be the first to comment|save my name, e-?mail|your e-?mail address will not be published)`),
}

// sentenceRules judge one sentence, also in the middle of a paragraph. They match what speaks to the reader of the page
// (imperatives at the head of a sentence), never what is told of somebody else.
var sentenceRules = []rule{
	newRule("seo_link", 30, `(?i)^(?:find out|learn|read|discover|see|explore|click) (?:more|here)\b(?: (?:about|on|in|at|to|for)\b|[.:]|$)`),
	newRule("seo_link", 30, `(?i)^(?:(?:click|tap) (?:here|the link|on the link)\b|read (?:the|our) (?:full|whole|original) (?:story|article|report|analysis|guide|interview)\b)`),
	newRule("seo_link", 40, `(?i)^for (?:(?:an?|more|further|deeper|additional|broader|detailed|expert|the) )*(?:insights?|information|details|context|background|analysis|reading|guidance|look)\b[^.]*, (?:please )?(?:see|review|read|visit|check|check out|explore|consult|click|refer to)\b`),
	newRule("seo_link", 25, `(?i)^understanding [^.,"“”0-9]{5,120} (?:is|remains) (?:also )?(?:crucial|essential|vital|key|important|critical|imperative)\b[^"“”,0-9]*$`),
	newRule("related_link", 30, `(?i)^(?:also read|read also|see also|read more|related(?: (?:stories|story|articles?|coverage))?|more on this(?: story)?)\s*[:：]`),
	newRule("newsletter", 40, `(?i)^(?:get|receive|sign up|join|subscribe|want)\b.*\b(?:newsletters?|(?:in|to) your inbox|(?:morning|daily|evening|weekly) (?:briefing|email|digest))\b`),
	newRule("call_to_action", 40, `(?i)^(?:please )?(?:subscribe\b|sign up (?:for|to|now|here|today)\b|donate\b|become an? (?:member|subscriber|supporter|patron)\b|become an? (?:friend|backer)(?: (?:from|for|today|now)\b|[.!]?$)|take out an? (?:\p{L}+ )?subscription\b|support (?:us|our (?:work|journalism|reporting|newsroom)|(?:independent|local|quality) journalism)\b|download (?:our|the) app\b|register (?:now|here|for free)\b|have your say\b|print (?:this|out this)\b|leave a (?:comment|reply)\b|comment below\b|stay tuned\b|bookmark this\b)`),
	newRule("call_to_action", 40, `(?i)^(?:please )?(?:share|tell us|let us know|join)\b.*\b(?:your (?:thoughts|views?|analysis|stor(?:y|ies)|opinions?|experiences?|comments?|feedback|questions?)|this (?:article|story|post|page|report|page)|in the comments|the conversation|our (?:channel|community|group|page|forum|chat)|what you think)\b`),
	newRule("call_to_action", 40, `^(?i:(?:please )?(?:write|e-?mail|send|call|contact|message|text|tip off|reach))\b.*(?:\b(?:newsdesk|news|letters|tips?|editors?|feedback|info|corrections|standards|newsroom|readers?|community)@|\bus\b|\bour (?:newsroom|desk|team|reporters|editors|standards)\b|\byour (?:thoughts|tips|stories|views|comments|photos|questions|videos)\b)`),
	newRule("call_to_action", 40, `^(?i:follow)\b.*(?:\bus\b|\bour (?:live|coverage|channel|page)\b|\bon (?:Twitter|X|Facebook|Instagram|Telegram|WhatsApp|YouTube|TikTok|Bluesky|Threads)\b)`),
	newRule("call_to_action", 12, `^Follow (?:[\p{Lu}\d][\p{L}\d]* ){1,3}on \p{Lu}[\p{L}\d]*(?:(?:,| and|, and) \p{Lu}[\p{L}\d]*)*[.!]?$`, "follow").except(`(?i)\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|road|street|avenue|highway|route|bridge)\b`),
	newRule("call_to_action", 16, `(?i)^(?:(?:readers|viewers|listeners) (?:can|may) (?:also )?(?:write|email|contact|reach|call|send|comment|subscribe|support|donate|follow)\b|you can (?:also )?(?:subscribe|read more|sign up|follow us|email us|contact us|reach us|support us|find more)\b)`),
	newRule("call_to_action", 20, `(?i)^(?:do you (?:agree|know more|have (?:an?|any) (?:tips?|stor(?:y|ies)|information|questions?|views?))|what do you think|what['’]s your (?:view|take|opinion)|got an? (?:tip|story|question|news tip)|(?:liked|like|love|enjoy|enjoyed|enjoying) (?:this|what you|our)\b|have you (?:got a story|been affected)|want (?:more|to (?:know|read|hear) more)|(?:see|seen|spotted) (?:something wrong|an? (?:error|mistake|typo)))[^.!?]*\?`),
	newRule("call_to_action", 8, `(?i)^(?:enjoy(?:ing|ed)?|like|love|value|trust)\b[^.?“”"]*\?$`, "?"),
	newRule("boilerplate", 14, `(?i)^(?:the |our )?[\p{L}'’ ]{0,40}\b(?:institute|foundation|centre|center|magazine|journal|review|newsletter|we) (?:receives?|takes?|accepts?) no (?:funding|money|grants|donations) from (?:any )?(?:governments?|states|companies|parties|industry)\b[^“”"]{0,30}$`, "no funding", "no money", "no grants", "no donations"),
	newRule("boilerplate", 14, `(?i)^(?:the|our) (?:[\p{L}]+ )?(?:office|desk|secretariat|directorate|ministry|department|switchboard|commission) (?:is|will be|stays) (?:closed|shut) on\b[^“”"]{0,30}\bfor [^“”"]{0,30}\b(?:birthday|holidays?)[.!]?$`, "birthday", "holiday"),
	newRule("boilerplate", 8, `(?i)^(?:newest|latest|most recent) (?:entries|posts|updates|items) (?:come |stand |are )?(?:first|at the top)[.!]?$`, "first", "at the top"),
	newRule("boilerplate", 12, `(?i)^the [\p{L}'’ ]{2,40} has no (?:owners?|shareholders?|proprietors?|masters?) but its (?:readers|listeners|viewers|members|subscribers)[.!]?$`, "has no"),
	newRule("newsletter", 25, `(?i)\b(?:sign up|subscribe)\b[^.“”"]*\bnewsletters?\b`, "newsletter").except(`(?i)\b(?:said|says|told|customers|patients|residents)\b`),
	newRule("call_to_action", 40, `(?i)\bdiscord(?:\.gg|(?:app)?\.com/invite)/\w`, "discord"),
	newRule("newsletter", 16, `(?i)^(?:one|an?|the|all|our|your|\p{L}+)\b[^“”"]{0,60}\b(?:every|each) (?:(?:week)?day|morning|evening|night|week|fortnight|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)s?\b[^“”"]{0,24}\b(?:free(?: of charge)?|by e-?mail|(?:in|to) your inbox)[.!]?$`, "every", "each").
		except(`(?i)\b(?:is|are|was|were|be|been|will|has|have|had|can|could|may|would|must|gets?|receives?|gives?|serves?|offers?|\p{L}+ed|said|says|told)\b`),
	newRule("byline", 20, `^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3} is (?:the )?(?:author|co-author|editor|host|presenter) of [“"‘'*_][^“”"‘’*_]{2,70}[”"’'*_]{1,2}[.]?$`, " of "),
	newRule("newsletter", 10, `(?i)^get (?:the|our) [\p{L}'’ ]{2,30} (?:letter|newsletter|briefing|digest|bulletin|app|podcast|e-?mail)[.!]?$`, "get "),
	newRule("newsletter", 40, `(?i)[:;–—] ?subscribe (?:now|today|here|to (?:the|our) [\p{L}'’ -]*\b(?:edition|newsletters?|magazine|paper|print|channel|podcast|app|updates|digest|issue))\b`, "subscribe").except(`(?i)\b(?:said|says|told)\b`),
	newRule("call_to_action", 8, `(?i)^(?:please )?bring (?:an?|your(?: own)?) [\p{L} ]{2,40}[.!]$`),
	newRule("call_to_action", 12, `(?i)^(?:join|donate|subscribe|vote|pledge|come|bring)\b[^.?“”"]*!$|^join us\b|^text [A-Z]{3,12} to \d{3,6}\b`, "!", "join us", "text "),
	newRule("call_to_action", 22, `(?i)^to (?:report|complain|contact|subscribe|unsubscribe|advertise|order|opt out)\b[^.“”"]*, (?:please )?(?:write|e-?mail|call|contact|reply|click|visit|text|log)\b`, "write", "mail", "call", "contact", "reply", "click", "visit", "text", "log").
		except(`(?i)\b(?:missing|emergenc(?:y|ies)|damage|symptoms|leaks?|sightings?|cases|deaths?|crimes?|abuse|fires?|outages?|police|hotline|helpline)\b`),
	newRule("call_to_action", 14, `(?i)^(?:know (?:more|something)|enjoying [\p{L} ]+|(?:you(?: have|['’]ve) read|you are reading)\b[^.!?]*\bfree articles?)\b[^.!?]*[.!?]$`, "know ", "enjoying", "free article"),
	newRule("advertisement", 30, `(?i)\b(?:subscri(?:be|ption)s?|membership|become an? (?:member|supporter|subscriber)|support us|unlimited access|free trial|digital access)\b[^“”"]*\b(?:(?:from|for|only|just|than|as little as) (?:[€£$]? ?\d[\d.,]*|an? \p{L}+)(?: \p{L}+)? (?:an?|per|each|every) (?:day|week|month|year)|(?:for|at) the price of)\b`, "subscri", "membership", "become a", "support us", "access", "trial").
		except(`(?i)\b(?:said|says|told|pensions?|wages?|salar(?:y|ies)|rents?|taxe?s?)\b`),
	newRule("advertisement", 30, `(?i)^(?:give|get|try|buy|order|take|enjoy|read)\b[^“”"]*\bfor the price of\b`, "the price of"),
	newRule("advertisement", 8, `(?i)^membership\b[^“”"]*\b(?:from|for|only|just) [€£$]? ?\d[\d.,]*(?: \p{L}+)? (?:an?|per) (?:month|week|year)\b`),
	newRule("boilerplate", 40, `(?i)^(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|given|here)\b[^“”"]*\b(?:author|writer|contributor|own)\b`, "views", "opinions"),
	newRule("boilerplate", 30, `(?i)\b(?:not necessarily (?:reflect|represent)|do not (?:reflect|represent)) (?:those|the (?:views?|opinions?|position|policy|editorial))\b`, "reflect", "represent"),
	newRule("boilerplate", 30, `(?i)^(?:forward-looking statements\b|(?:you (?:are receiving|have received|received)|this (?:e-?mail|message|newsletter) (?:was|is|has been) sent)\b[^“”"]*\b(?:because|to you)\b|unsubscribe\b|terms (?:and conditions |of use )?apply\b|(?:comments|letters) (?:are closed|to \S+@))`, "forward-looking", "receiv", "sent", "unsubscribe", "apply", "comments", "letters"),
	newRule("boilerplate", 24, `(?i)^(?:we have |(?:this|the|our) (?:interview|conversation|transcript|q&a|text|exchange|answers?)\b[^“”"]*\b(?:was|were|has been|have been|is) )(?:(?:lightly|slightly|since|also) )*(?:shortened|condensed|edited|abridged|translated)\b(?:[^“”"]*\b(?:conversation|interview|length|clarity|brevity|transcript|answers?|text)\b)?[^“”"]*$`, "shortened", "condensed", "edited", "abridged", "translated"),
	newRule("boilerplate", 24, `(?i)\b(?:edited|shortened|condensed) for (?:length|clarity|brevity|space)\b`, "for length", "for clarity", "for brevity", "for space"),
	newRule("boilerplate", 16, `(?i)\b(?:has|have) (?:(?:only|not) )?(?:changed|edited|altered|rewritten)(?: only)? (?:the|its|this) (?:headline|caption|report|copy|text|story)\b`, "headline", "caption", " report", " copy", " text", " story").
		except(`(?i)\b(?:said|says|told|ministry|minister|police|court|government)\b`),
	newRule("boilerplate", 8, `(?i)^the (?:text|article|story|headline|caption) (?:above )?has (?:since )?been (?:changed|amended|corrected|updated)\.?$`),
	newRule("boilerplate", 40, `(?i)\b(?:is|are) an? (?:reader|listener|viewer)[- ](?:supported|funded)\b|^to receive new (?:posts|stories)\b|^thanks for reading\b|\bnot an official (?:record|transcript|document)\b|^transcripts are created\b`, "supported", "funded", "receive new", "thanks for", "not an official", "transcripts are"),
	newRule("boilerplate", 20, `(?i)^editors(?:,? please\b| are (?:asked|advised|requested|reminded)\b)`),
	newRule("boilerplate", 16, `(?i)^we (?:put|correct|set)\b[^“”"]*\b(?:mistakes|errors|the record)\b`, "mistakes", "errors", "the record"),
	newRule("boilerplate", 16, `(?i)^(?:the |our )?[\p{L}'’ ]{0,40}\b(?:lives on|is (?:paid for|funded|financed|supported) (?:entirely |only |solely )?by|depends on|relies on|takes no|accepts no) (?:its |our |the )?(?:readers?|subscribers|listeners|viewers|advertising|adverts)\b[^“”"]*$`, "lives on", "paid for", "funded", "financed", "supported", "depends on", "relies on", "takes no", "accepts no"),
	newRule("lead_in", 10, `(?i)^(?:here is|this is) what (?:happened|we know|you need to know)\b[^“”"]{0,20}[.:]$|^[^“”"]*, here (?:is|are) (?:ours|our (?:side|version|account|answers?|reply))[.:]$|^[^“”"]*\bso here (?:they are|it is|we go)[.:]$`, "here is", "here are", "this is", "so here"),
	newRule("boilerplate", 40, `(?i)^(?:(?:editor['’]?s['’]? )?note\s*[:–—-]\s*)?this (?:news )?(?:story|article|report|page|post|piece|version|headline|live ?blog) (?:was|has (?:since )?been|is being|will be) (?:(?:last|since|further) )?(?:updated|amended|edited|corrected|revised|clarified|modified)\b(?:,? (?:on|at) (?:[\p{L},]+ ){0,3}\d[^;“”"]{0,40}?)?(?:,? (?:to|with|as|for|after|following|throughout|regularly|when)\b[^0-9“”"]*)?\.?$`).
		except(`(?i)\b(?:that|who|which|whose|where|not|instead|rather|previously|wrong(?:ly)?|incorrectly|said)\b|\bat the request\b`),
	newRule("boilerplate", 14, `(?i)^(?:this is a (?:developing|breaking)(?: news)? story\b|more to (?:follow|come)(?: soon| shortly)?[.…]*$|more details (?:to follow|soon)[.…]*$)`),
	newRule("boilerplate", 20, houseLine, "standard", "guidelines", "code of", "ethics", "principles"),
	newRule("advertisement", 40, `(?i)^(?:visit|go to|check out|head (?:over )?to|shop|buy|order|get|claim|grab|save|enjoy|use|try|join|click|book|sign up|hurry|don['’]t miss|act now)\b.*(?:\b\d{1,3} ?(?:%|per ?cent) off\b|\b(?:promo|promotion|discount|coupon|voucher) codes?\b|\bcode [A-Z0-9]*[A-Z][0-9][A-Z0-9]*\b|\bfree trial\b|\bdiscord\.(?:gg|com/invite)/|\bt\.me/|\bchat\.whatsapp\.com/)`),
	newRule("advertisement", 30, `(?i)^(?:visit|go to|check out|head (?:over )?to|shop|buy|order|get|claim|grab|save|try|join|click|book|hurry|don['’]t miss)\b.*(?:\bwww\.|\bhttps?://)`).
		except(`(?i)\b(?:shelters?|register|evacuat\w*|emergenc(?:y|ies)|hotlines?|relief|missing|safety|health|warnings?|alerts?|aid|said|says|told)\b|\.gov\b|\.mil\b|\.int\b`),
	newRule("boilerplate", 14, `(?i)^(?:all times (?:are )?(?:local|in\b|gmt|utc|[a-z]{2,4}\b)|(?:newest|latest|most recent) (?:entries|updates|posts) (?:first|at the top|come first))`),
	newRule("boilerplate", 40, `^(?:©|\(c\) ?\d{4})|^(?i:redistribution|reproduction) without\b|(?i:\ball rights reserved\b)`, "©", "(c)", "redistribution", "reproduction", "all rights"),
	newRule("boilerplate", 9, `(?i)^(?:redistribution|reproduction|republication|republishing|reprinting) (?:is )?(?:permitted|allowed|prohibited|forbidden)(?: (?:only )?(?:with|without) (?:attribution|credit|acknowledgement|permission|consent))?[.!]?$`, "redistribution", "reproduction", "republi", "reprint"),
	newRule("byline", 3, `^(?:[—–]|--)?\s*\(?(?:AFP|AP|Reuters|DPA|EFE|ANI|PTI|Xinhua|TASS|Agencies|APP|Bloomberg|UPI)(?:/[\p{L} ]+)?\)?\.?$`),
	newRule("lead_in", 14, `(?i)^(?:here (?:is|are|'s|’s)|these are|below (?:is|are)|what follows (?:is|are)) (?:our|the|a|an|some|what|five|six|seven|ten|three|four)\b[^"“”]*\b(?:point by point|what (?:we|you|to) (?:know|need to know)|at a glance|below|in (?:brief|short|full)|step by step)\b[^"“”]*[.:]$`),
}

// tailRules judge a line after which no running text comes.
var tailRules = []rule{
	newRule("related_link", 20, `(?i)^(?:next|coming (?:up|soon)|in (?:our|the) next|tomorrow)\b[^.:]{0,50}:`),
	newRule("call_to_action", 12, `(?i)^(?:share|tweet|print|e-?mail|copy link|subscribe|donate|follow us)\b[^.]*$`),
	newRule("byline", 20, `^(?:\p{Lu}[\p{L}'’-]+(?: and |, )?){1,5} reported from \p{Lu}[^“”"]*$`),
	newRule("boilerplate", 20, `(?i)^(?:source|via|quelle|fuente|kaynak)\s*:`),
	newRule("navigation", 12, `(?i)^posted in\b`),
	newRule("boilerplate", 20, `(?i)^(?:the (?:author|writer) is\b|(?:last )?(?:updated|published|modified)\b)`),
}

// blockHeads are lines that open a block of links; blockRules say under which class it and what follows is dropped.
var blockHeads = newRule("related_link", 8, `(?i)^(?:(?:the )?most[- ](?:read|popular|viewed|shared|watched|commented)|must[- ]reads?|trending|related(?: (?:stories|articles|content|topics|posts|news|links|coverage|reading))?|more (?:from|stories|news|coverage|on this|like this|in this)\b.*|read (?:more|next|also)|you (?:may|might) (?:also )?(?:like|be interested).*|recommended(?: for you)?|(?:latest|top|popular)(?: (?:news|stories|posts|articles|headlines))|editor['’]?s['’]? (?:picks?|choice)|don['’]t miss|also (?:read|in the news)|see also|up next|share this(?: (?:article|story|post))?|follow us|about the author|what to read next|from around the web)(?: (?:today|now|this week))?:?$`)

// commentHeads open the readers' comments: what follows is no report.
var commentHeads = newRule("comment_form", 10, `(?i)^(?:\(?\d+\)? (?:comments?|replies|responses)\b.{0,20}|comments? ?\(?\d+\)?:?|comments?:?|(?:leave|post|add|write) (?:a|your) (?:reply|comment)\b.*|join the (?:conversation|discussion)|(?:view|show|load|read) (?:all )?(?:\d+ )?comments|reader comments.*|what readers say)$`)

// crossReference matches a pointer to another place of the same document at the end of a sentence.
var crossReference = regexp.MustCompile(`(?i)(?:[,;]?\s+as (?:is )?(?:detailed|discussed|described|noted|outlined|explained|shown|mentioned|seen|set out|listed) (?:(?:in|under) (?:section|chapter|part|figure|table|appendix|annex|box|map) [ivxlcdm\d]+(?:[.\d]+\d)?|above|below|earlier in this (?:article|report|piece))|\s*\((?:see|cf\.?) (?:also )?(?:above|below|(?:section|chapter|part|figure|table|appendix|annex|box|map|graphic|chart)\b[^)]{0,20})\))[.!?]*$`)

// citationMark matches what chat programs leave glued to a sentence: the chip of a source ("outlet+2"), a bracketed
// reference. Footnote numbers stay in the passage and outside its sentences, see Sentences.
var citationMark = regexp.MustCompile(`(?:【[^】]{1,40}】)+|(?:[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\+\d{1,2})+`)

// creditTail matches a photographer's or agency's credit at the end of a line, which makes the line a caption.
var creditTail = regexp.MustCompile(`(?:^|[\s.!?”"’)])(?:(?:[Ii]mage|[Pp]hoto|[Pp]icture|[Pp]hotograph|[Cc]redit|[Ii]llustration|IMAGE|PHOTO)s?(?: (?:[Cc]redit|[Cc]ourtesy(?: of)?|by))?\s*[:/]\s*[^.!?:]{2,60}\.?|\[[^\[\]]{2,60}/[^\[\]]{2,40}\]\.?|[(]?(?:File [Pp]hoto|Getty Images|AP Photo)(?:/[^()]{2,40})?[)]?\.?)$`)

// agencyTail matches the credit of an agency after the last word of a line: a caption's, where it stands above the report.
var agencyTail = regexp.MustCompile(`\s(?:[—–]|--)\s*(?:\p{Lu}[\p{L}/&]*)(?: \p{Lu}[\p{L}/&]*){0,2}$|\((?:AFP|AP|Reuters|DPA|EFE|ANI|PTI|Xinhua|TASS|APP)(?:/[\p{L} ]+)?\)\.?$`)
