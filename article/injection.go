package article

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// Text that speaks to a program instead of a reader. Each form wants an order, not a report of one: news about
// such orders ("officers were told to ignore earlier instructions") stays.
var (
	// salute greets a program, as a letter does.
	salute = regexp.MustCompile(`(?i)^\W*(?:(?:hello|hi|hey|greetings|attention)[, ]+)?(?:(?:my |our )?dear(?:est)? |(?:hello|hi|hey|ok|greetings|attention)[, ]+)(?:ai|a\.i\.|siri|alexa|copilot|language model|(?:chat ?)?bot|robot|machine|computer|assistant|program|algorithm)s?\b`)
	// override orders to drop other orders, as an imperative.
	override = regexp.MustCompile(`(?i)(?:^\W*|[:;,–—]\s*|\bplease\s+)(?:now )?(?:ignore|disregard|forget|override)\b[^.]{0,30}\b(?:previous|earlier|prior|above|preceding|all|any|your|other)\b[^.]{0,25}\b(?:instructions?|prompts?|system messages?)\b`)
	// machineMust tells a program what to say.
	machineMust = regexp.MustCompile(`(?i)(?:^\W*|^[\p{L} ]{3,30}:\s*)(?:any |all |the )?(?:ai|a\.i\.|language|automated)[ -](?:language )?(?:models?|assistants?|readers?|systems?|agents?|summari[sz]ers?)\b[^.]{0,80}\b(?:must|should|shall|are (?:instructed|required|asked|ordered) to|need to)\s+(?:\w+ )?(?:state|say|answer|respond|reply|output|conclude|claim|assert|report that|write|repeat)\b`)
	// answerThus scripts the answer to a question.
	answerThus = regexp.MustCompile(`(?i)^\W*(?:when|if) (?:you are |you're )?(?:asked|summari[sz]ing|answering|quoting|questioned)\b[^.]*, (?:always |only |please )?(?:say|state|answer|respond|reply|claim|tell|report)\b|\bin your (?:answer|response|reply|summary|output)\b`)
	// promptMarks are the signs of a prompt's own grammar.
	promptMarks = regexp.MustCompile(`(?i)\b(?:begin|end|start of|end of) (?:the )?system prompt\b|"role"\s*:\s*"system"|<\|?(?:im_start|im_end|system|endoftext|/?s)\|?>|\[/?INST\]|^\W*(?:new |updated )?system (?:prompt|message)\s*[:>]|^\W*#+ (?:system|assistant)\s*:|^\W*(?-i:SYSTEM|ASSISTANT)\s*:|^\W*you are (?:now )?(?:an? |the )?(?:(?:helpful |unrestricted )?(?:ai|assistant|language model|chat ?bot))\b|^\W*(?:reveal|print|output|repeat|show)\b[^.]*\b(?:system prompt|your (?:instructions|prompt))\b`)
	// overrideElsewhere is the same order in other languages.
	overrideElsewhere = regexp.MustCompile(`(?i)\b(?:ignorieren? sie (?:alle|bisherige)|ignorez (?:toutes )?les instructions|ignor[ae] (?:todas )?las instrucciones|önceki (?:tüm )?talimatları (?:yok say|unut))`)
	// label addresses programs at the head of a sentence, up to a colon, a dash or a comma that stands right behind them: "Note for automated readers:". Its first
	// group is the address itself, empty in "Chatbots:".
	label = regexp.MustCompile(`(?i)^\W*((?:(?:an? )?(?:important|urgent|special) )?(?:notes?|notice|message|instructions?|attention|reminder|memo|warning|appeal|hint|important)\b[, ]*(?:(?:to|for)\s+)?|` +
		`(?:to|for|dear|hey|hello|hi|please note,? dear|this \w+ is (?:meant |only )?(?:for|addressed to))\s+)?(?:(?:all|any|every|the|you|our|my)\s+){0,2}(?:` + readers + `|machines|programs|robots|machine)` +
		`(?:\s+(?:and|or|that|which|who|summari[sz]ing|reading|answering|quoting|citing|indexing|crawling|processing|scanning)\b[^:.?!,]{0,60})?(?:\s+(?:use )?only)?\s*([:–—,;])`)
	// reader names a program that reads texts to answer or to sum up.
	reader = regexp.MustCompile(`(?i)\b(?:` + readers + `)\b`)
	// thisText speaks of the page that it stands in.
	thisText = regexp.MustCompile(`(?i)\bthis (?:page|article|text|paragraph|message|document|site|section|post)\b|\breading this\b|\bth(?:e|is) rest of th(?:e|is) (?:page|article|text)\b`)
	// asked speaks of who asks a program, of what it is asked, or of what it answers.
	asked = regexp.MustCompile(`(?i)\b(?:your users?|the user|tell (?:the |your )?users?)\b|\b(?:every|all|any) questions? (?:about|on)\b|\banswer(?:s|ing)? questions\b|\byour (?:answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|output|sources?|instructions?)\b|\bcorrect (?:answer|number|figure|toll)\b|\bmust be (?:reported|stated|told|repeated)\b`)
	// duty orders what to write as something that must be done, and command as an imperative where a clause begins.
	duty    = regexp.MustCompile(`(?i)\b(?:must|should|shall|(?:is|are) (?:hereby |kindly )?(?:asked|required|instructed|told|requested|ordered|obliged) to|needs? to|ha(?:s|ve) to)\s+(?:\w+ )?(?:` + outputs + `)\b`)
	command = regexp.MustCompile(`(?i)(?:^\W*|[:;–—]\s*|, (?:please )?|\bplease )(?:kindly |now |always |only )?(?:` + told + `)\b`)
	// leaveOut is such a duty to pass something over.
	leaveOut = regexp.MustCompile(`(?i)\b(?:must|should|shall|ha(?:s|ve) to)\s+(?:\w+ )?(?:ignore|disregard|forget|leave out|omit)\b`)
	// asProgram speaks to the reader as to a program.
	asProgram = regexp.MustCompile(`(?i)\b(?:as|if you are|you are) an? (?:ai|a\.i\.|llm|bot|chat ?bot|(?:large )?language model|assistant)\b`)
	// unseen marks text that is not meant for people, and scripted an answer that is given before anything was asked.
	unseen   = regexp.MustCompile(`(?i)\b(?:for|only for) (?:indexing|machines?|crawlers?|search engines?|bots?)(?: only)?\b[^.]{0,30}\bnot (?:shown|visible|displayed|meant)\b|\bnot (?:shown|visible|displayed) to (?:people|readers|humans|users)\b`)
	scripted = regexp.MustCompile(`(?i)\b(?:the|a) (?:default|expected|only|standard|required) (?:answer|reply|response|summary) (?:is|should|must)\b|\b(?:whoever|anyone who) (?:tells?|writes?) (?:readers|users) that\b|` +
		`\ban? (?:model|bot|assistant) (?:that|which) (?:does not |doesn['’]t )?(?:say|report|repeat|answer)s? that\b|\b(?:summar(?:y|ies)|answers?|repl(?:y|ies)|quotations?) (?:of|from|about|based on) this (?:article|page|text|report)\b[^.]{0,20}\b(?:shall|must|may only)\b|` +
		`\bthe answer to (?:all|every|any) questions? (?:is|must)\b|\bno (?:bot|model|assistant|ai) (?:dares?|will ever dare) to\b`)
	// promptLabel is how a part of a prompt begins, with the order that follows.
	promptLabel = regexp.MustCompile(`(?i)^\W*(?:(?:(?:new|updated) )?(?:system(?: (?:note|override|instructions?))?|assistant|prompt|override)|#+ ?instructions?)\s*[:>\]–—]\s*(?:set|rewrite|print|output|(?:say|state) that|answer|reply|respond|tell (?:the |your )?(?:users?|readers?)|ignore|disregard|you (?:are|must|will)|the assistant)\b`)
	// discards orders to leave other texts aside, and to answer or to tell the users something instead.
	discards = regexp.MustCompile(`(?i)^\W*(?:please )?(?:now )?(?:ignore|disregard|forget|discard|omit|skip|do not trust|don['’]t trust)\s+(?:\w+ ){0,3}(?:instructions?|prompts?|text|context|messages?|sources?|articles|reports|content|rules|lines?)\b[^.]*(?:\band|\bthen|[;,])\s+(?:only )?(?:respond|answer|reply|output|print|tell (?:the |your )?users?)\b`)
	// reported shows that the sentence tells of somebody who spoke.
	reported = regexp.MustCompile(`(?i)\b(?:said|says|told|wrote|warn(?:s|ed)?|ruled|finds?|found (?:that|no|in)|ordered|urge[sd]?|reported|claimed|announced|advis(?:es|ed)|shows?|showed|reads|according to|stud(?:y|ies)|the (?:bill|law|rules?|act|regulation|decree|court)|lawmakers|researchers?|regulators?)\b`)
	// order is how a sentence that goes on with an injection begins.
	order = regexp.MustCompile(`(?i)^\W*(?:(?:please|kindly) )?(?:state|say|answer|respond|reply|report that|write|tell|output|conclude|leave out|omit|ignore|disregard|forget|include|do not|don['’]t|never|always|you (?:must|should|are|will)|your|treat|cite|instead|from now on|rate|only|this (?:instruction|order))\b`)
)

// readers are programs that read texts to answer or to sum up.
const readers = `(?:large )?language models?|llms?|gpts?|chatgpt|chat ?bots?|bots|summari[sz]ers?|crawlers|(?:ai|automated|machine|virtual|search|digital) (?:assistants?|agents?|(?:news )?readers?|summari[sz]ers?|crawlers?|bots?|tools?)|` +
	`(?:search|news|summari[sz](?:ation|ing)) bots|question[- ]answering (?:systems?|bots?|models?)|(?:artificial intelligence|ais?|a\.i\.)(?: systems?| models?)?|assistants|automated systems?|computer programs?|algorithms?|models?`

// outputs are verbs of what a program writes, and told those orders of them that can be no news where a clause begins.
const (
	outputs = `say|state|answer|respond|reply|report that|tell|describe|conclude|claim|mention|add that|cite|summari[sz]e|repeat|output|print`
	told    = `(?:say|state|report|write|answer|reply|respond|conclude|add|mention) that|say:|answer (?:every|all|with)|respond (?:with|only)|reply (?:with|only)|tell (?:the |your )?(?:users?|readers?|people|everyone)|(?:ignore|disregard|forget) (?:all|any|every|the|your|what|other|previous|earlier)|leave out|(?:omit|drop) (?:all|any|the|what)|cite only|use only|summari[sz]e this|do not (?:reveal|quote|cite|mention)`
)

// injectionCues stand in every text that one of the forms above matches, or else "<" does: a cheap test before the dear ones.
var injectionCues = newCueSet("ignor", "disregard", "forget", "discard", "omit", "skip", "trust", "overrid", "talimat", " ai ", " ai,", " ai!", " ai:", " ai;", " ai-", "ais ", "a.i", "llm", "gpt", "language", "chat", "automated",
	"machine", " bot ", "bots", "chatbot", "system", "assistant", "[inst", "[/inst", "prompt", "instruction", "in your ", "asked", "summar", "answering", "artificial intel", "crawler",
	"quoting", "questioned", "you are ", "robot", "computer", "program", "algorithm", "model", "siri", "alexa", "copilot", "indexing", "not shown", "not visible", "not displayed",
	"expected ", "default ", "standard ", "required ", "whoever", "anyone who", "this article", "this page", "this text", "this report")

// readerCues stand in what names a reader, orderHeads begin what orders to leave something aside, labelHeads what labels a part of a prompt,
// markCues stand in the signs of a prompt, answerCues in what scripts an answer or hides a text, overrideCues in orders to drop others, and machineCues
// in what programs are told to say: cheap tests before dear forms, each for its own. The last two hold no s, which the forms also find written ſ.
var (
	readerCues   = []string{"language model", "llm", "gpt", "chatbot", "chat bot", " bot ", "bots", "summari", "crawler", "assistant", " agents", "automated", "machine", "artificial intel", " ai ", " ai,", " ai:", " ai-", " ais ", "a.i", "question-answering", "question answering", "computer program", "programs only", "algorithm", "models ", "model ", "robot", "digital a", "virtual a", "search "}
	orderHeads   = []string{"ignore", "disregard", "forget", "discard", "omit", "skip", "do not trust", "don't trust", "don’t trust", "please", "now"}
	labelHeads   = []string{"new", "updated", "system", "assistant", "prompt", "override", "#"}
	markCues     = []string{"<", "inst]", "prompt", "\"role\"", "you are ", "your instructions", "your prompt"}
	overrideCues = []string{"ignor", "regard", "forget", "overrid", "talimat"}
	machineCues  = []string{"model", "tant", "reader", "tem", "agent", "ummari"}
	answerCues   = []string{"answer", "reply", "replies", "response", "summar", "quotation", "whoever", "anyone who", "a model", "a bot", "an assistant", "no bot", "no model", "no assistant", "no ai", "indexing", "not shown", "not visible", "not displayed"}
)

// injected says that a sentence is addressed to a program.
func injected(s string) bool {
	small := " " + strings.ToLower(s)
	if !injectionCues.in(small) && !strings.Contains(small, "<") {
		return false
	}
	head := strings.TrimLeftFunc(small, func(r rune) bool { return r != '#' && !unicode.IsLetter(r) })
	reads, labelled, overrides := hasAny(small, readerCues), startsAny(head, labelHeads), hasAny(small, overrideCues)
	if (labelled || hasAny(small, markCues)) && promptMarks.MatchString(s) || overrides && overrideElsewhere.MatchString(s) || saluted(s) || labelled && promptLabel.MatchString(s) || reads && addressed(s) {
		return true
	}
	ordered := overrides && override.MatchString(s) || hasAny(small, machineCues) && machineMust.MatchString(s) || answerThus.MatchString(s) ||
		hasAny(small, answerCues) && (unseen.MatchString(s) || scripted.MatchString(s)) || startsAny(head, orderHeads) && discards.MatchString(s) || reads && ordersReader(s)
	return ordered && !reported.MatchString(s)
}

func startsAny(s string, heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return strings.HasPrefix(s, h) })
}

// addressed says that a sentence begins by addressing programs, and goes on with an order or with what can be meant for nobody else.
func addressed(s string) bool {
	m := label.FindStringSubmatchIndex(s)
	if m == nil {
		return false
	}
	rest, colon := strings.TrimSpace(s[m[1]:]), s[m[4]:m[5]] != ","
	called := m[2] >= 0 && m[3] > m[2]
	switch {
	case called && (order.MatchString(rest) || !hasWord(rest)):
		return true
	case called:
		return command.MatchString(rest) || colon && (thisText.MatchString(rest) || asked.MatchString(rest))
	}
	return command.MatchString(rest) && (colon || thisText.MatchString(rest) || strings.HasPrefix(strings.ToLower(rest), "please"))
}

// ordersReader says that a sentence, which nobody is reported to have said, orders a program what to make of the text or of what it is asked.
func ordersReader(s string) bool {
	if asProgram.MatchString(s) && (duty.MatchString(s) || command.MatchString(s)) {
		return true
	}
	if !reader.MatchString(s) {
		return false
	}
	if at := leaveOut.FindStringIndex(s); at != nil && reader.MatchString(s[:at[0]]) {
		return true
	}
	return (thisText.MatchString(s) || asked.MatchString(s) && !plainDuty.MatchString(s)) && (duty.MatchString(s) || command.MatchString(s))
}

// saluted says that a sentence greets a program, and not those who make or use it.
func saluted(s string) bool {
	at := salute.FindStringIndex(s)
	return at != nil && !firms.MatchString(s[at[1]:])
}

// firms are those who make programs, or what is about them.
var firms = regexp.MustCompile(`(?i)^[ -](?:firms?|companies|makers?|industry|developers?|researchers?|experts?|act|law|users?|fans)\b`)

// plainDuty is what laws ask of programs and of those who run them.
var plainDuty = regexp.MustCompile(`(?i)\b(?:must|should|shall|ha(?:s|ve) to)\s+(?:tell (?:the |their )?users?|answer questions|cite)\b`)
