package article

import (
	"regexp"
	"strings"
)

// Text that speaks to a program instead of a reader. Each form wants an order, not a report of one: news about
// such orders ("officers were told to ignore earlier instructions") stays.
var (
	// machineLabel addresses a program at the head of a sentence: "Note for automated readers:".
	machineLabel = regexp.MustCompile(`(?i)^\W*(?:(?:an? )?(?:important )?(?:note|message|instructions?|notice|attention|important|warning|reminder|memo)s?\s*)?(?:(?:to|for)\s+)?(?:all |any |the )?(?:ai|a\.i\.|llms?|gpt|language models?|chat ?bots?|automated|machine|bots?|summari[sz]ers?|crawlers?|chatgpt|copilot)\b[- ]?(?:(?:language )?models?|assistants?|readers?|systems?|agents?|summari[sz]ers?|crawlers?|tools?|bots?)?(?:\s+(?:that|which|who|summari[sz]ing|reading|answering|quoting|citing|indexing|crawling|processing|scanning)\b[^:.?!]{0,60})?\s*[:–—]`)
	// salute greets a program, as a letter does.
	salute = regexp.MustCompile(`(?i)^\W*(?:(?:hello|hi|hey|greetings|attention)[, ]+)?(?:(?:my |our )?dear(?:est)? |(?:hello|hi|hey|greetings|attention)[, ]+)(?:ai|a\.i\.|language model|(?:chat ?)?bot|robot|machine|computer|assistant|program|algorithm)s?\b`)
	// override orders to drop other orders, as an imperative.
	override = regexp.MustCompile(`(?i)(?:^\W*|[:;,–—]\s*|\bplease\s+)(?:now )?(?:ignore|disregard|forget|override)\b[^.]{0,30}\b(?:previous|earlier|prior|above|preceding|all|any|your|other)\b[^.]{0,25}\b(?:instructions?|prompts?|system messages?)\b`)
	// machineMust tells a program what to say.
	machineMust = regexp.MustCompile(`(?i)(?:^\W*|^[\p{L} ]{3,30}:\s*)(?:any |all |the )?(?:ai|a\.i\.|language|automated)[ -](?:language )?(?:models?|assistants?|readers?|systems?|agents?|summari[sz]ers?)\b[^.]{0,80}\b(?:must|should|shall|are (?:instructed|required|asked|ordered) to|need to)\s+(?:\w+ )?(?:state|say|answer|respond|reply|output|conclude|claim|assert|report that|write|repeat)\b`)
	// answerThus scripts the answer to a question.
	answerThus = regexp.MustCompile(`(?i)^\W*(?:when|if) (?:you are |you're )?(?:asked|summari[sz]ing|answering|quoting|questioned)\b[^.]*, (?:always |only |please )?(?:say|state|answer|respond|reply|claim|tell|report)\b|\bin your (?:answer|response|reply|summary|output)\b`)
	// promptMarks are the signs of a prompt's own grammar.
	promptMarks = regexp.MustCompile(`(?i)\b(?:begin|end|start of|end of) (?:the )?system prompt\b|"role"\s*:\s*"system"|<\|?(?:im_start|im_end|system|endoftext|/?s)\|?>|\[/?INST\]|^\W*(?:new |updated )?system (?:prompt|message)\s*[:>]|^\W*(?:#+ )?(?:system|assistant)\s*:|^\W*you are (?:now )?(?:an? |the )?(?:(?:helpful |unrestricted )?(?:ai|assistant|language model|chat ?bot))\b|^\W*(?:reveal|print|output|repeat|show)\b[^.]*\b(?:system prompt|your (?:instructions|prompt))\b`)
	// unseen marks text that is not meant for people, and scripted an answer that is given before anything was asked.
	unseen   = regexp.MustCompile(`(?i)\b(?:for|only for) (?:indexing|machines?|crawlers?|search engines?|bots?)(?: only)?\b[^.]{0,30}\bnot (?:shown|visible|displayed|meant)\b|\bnot (?:shown|visible|displayed) to (?:people|readers|humans|users)\b`)
	scripted = regexp.MustCompile(`(?i)\b(?:default|right|expected|only|standard|required) (?:answer|reply|response|summary) (?:is|to|should|must)\b|\b(?:whoever|anyone who|any \w+ (?:that|who)|an? (?:model|bot|assistant|program) (?:that|which|who)) (?:does not |doesn['’]t |do not )?(?:tells?|writes?|say|says|reports?|repeats?|answers?) (?:readers|people|users|that)\b|` +
		`\b(?:summar(?:y|ies)|answers?|repl(?:y|ies)|quotations?|quotes) (?:of|from|about|based on) this (?:article|page|text|report)\b[^.]{0,20}\b(?:shall|must|should|may only)\b|` +
		`\bno (?:bot|model|assistant|program|ai) (?:dares?|is brave enough|has the courage|will ever dare) to\b`)
	// overrideElsewhere is the same order in other languages.
	overrideElsewhere = regexp.MustCompile(`(?i)\b(?:ignorieren? sie (?:alle|bisherige)|ignorez (?:toutes )?les instructions|ignor[ae] (?:todas )?las instrucciones|önceki (?:tüm )?talimatları (?:yok say|unut))`)
	// program names one that reads texts.
	program = regexp.MustCompile(`(?i)\b(?:a\.?i\.?s?|artificial intelligences?|llms?|gpts?|chatgpt|copilot|siri|alexa|(?:large )?language models?|chat ?bots?|(?:search |news |summari[sz](?:ation|ing) )?bots|summari[sz]ers?|crawlers|algorithms?|` +
		`(?:search|virtual|digital|automated|automatic|machine|ai|question[- ]answering|computer) (?:assistants?|agents?|(?:news )?readers?|summari[sz]ers?|crawlers?|tools?|engines?|systems?|programs?|models?)|assistants|models? (?:that|which) (?:answers?|reads?|summari[sz]es?)|(?:machines|programs|robots) only)\b`)
	// writer names a program that does nothing else but read and write.
	writer = regexp.MustCompile(`(?i)\b(?:a\.?i\.?s?|artificial intelligences?|llms?|gpts?|chatgpt|copilot|siri|alexa|(?:large )?language models?|chat ?bots?|(?:search|news) bots|summari[sz]ers?|(?:search|virtual|ai) assistants?|question[- ]answering \w+|(?:ai|machine|automated) (?:readers?|summari[sz]ers?))\b`)
	// saying orders what to say, as commanded does.
	saying = regexp.MustCompile(`(?i)(?:[:;–—]\s*|, |\bplease,? )(?:please |kindly |now |always |never |only )*(?:state|answer|respond|reply|claim|conclude|repeat|describe|say (?:that|the|it|nothing))\b|` +
		`\b(?:must|should|shall|(?:is|are) (?:hereby |kindly )?(?:asked|required|instructed|told|requested|ordered|obliged) to|needs? to|ha(?:s|ve) to)\s+(?:\w+ )?(?:state|say|answer|respond|reply|claim|conclude|repeat|describe|ignore|disregard|forget)\b`)
	// commanded orders what to write, as an imperative where a clause begins, or as a duty.
	commanded = regexp.MustCompile(`(?i)(?:^\W*|[:;–—]\s*|, |\band |\bthen |\bplease,? )(?:(?:please|kindly|now|always|never|only|do not|don['’]t) )*(?:` + outputs + `)\b|` +
		`\b(?:must|should|shall|(?:is|are) (?:hereby |kindly )?(?:asked|required|instructed|told|requested|ordered|obliged) to|needs? to|ha(?:s|ve) to)\s+(?:\w+ )?(?:` + outputs + `|say|ignore|disregard|forget)\b`)
	// promptLabel is how a part of a prompt begins; otherTexts are those of other outlets, and replies how an order to leave something out goes on.
	promptLabel = regexp.MustCompile(`(?i)^\W*(?:(?:new|updated) )?(?:system (?:note|override|instructions?)|prompt|override)\s*[:>\]–—]|^\W*#+ ?instructions?\s*:`)
	otherTexts  = regexp.MustCompile(`(?i)\bother (?:articles|sources|reports|pages)\b`)
	replies     = regexp.MustCompile(`(?i)(?:\band|\bthen|[;,])\s+(?:only )?(?:respond|answer|reply|output|print)\b`)
	// ofTheText speaks of the page itself, of the answer or of who asks for it.
	ofTheText = regexp.MustCompile(`(?i)\bth(?:is|e rest of th(?:is|e)) (?:page|article|text|paragraph|message|document|site|line|section)\b|\b(?:your|any|every|all|each) (?:answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|output|sources?|instructions?|questions? about)\b|\bother (?:articles|sources|reports|pages)\b|\bcorrect (?:answer|number|figure|toll)\b|\bthe assistant\b|\bverdict\b|\b(?:the |your )?users?\b|\breading this\b|\b(?:for|to) (?:\w+ ){0,3}only\b`)
	// vocative addresses a program at the head of a sentence, up to a colon, a dash or a comma: nobody but a program is meant by what follows.
	vocative = regexp.MustCompile(`(?i)^\W*(?:(?:an? )?(?:important|urgent|special|system)? ?(?:notes?|notice|message|instructions?|attention|reminder|memo|warning|appeal|request|hint)\b|dear|hey|hello|hi|to|for|important for|this (?:\w+ )is (?:for|addressed to)|please note,? dear)[^:.?!]{0,70}?(?:[:–—,;]|$)`)
	// discard orders a program that was addressed to leave something out.
	discard = regexp.MustCompile(`(?i)^\W*(?:please )?(?:now )?(?:ignore|disregard|forget|override|discard|drop|omit|skip)\s+(?:all|any|every|the|your|what|whatever|other|previous|earlier|these|this|that|those)\b`)
	// reported shows that the sentence tells of somebody who spoke.
	reported = regexp.MustCompile(`(?i)\b(?:said|says|told|wrote|according to|the (?:bill|law|rules?|act|regulation)|lawmakers|researchers?|regulators?)\b`)
	// order is how a sentence that goes on with an injection begins.
	order = regexp.MustCompile(`(?i)^\W*(?:state|say|answer|respond|reply|report that|write|tell|output|leave out|omit|include|do not|don['’]t|never|always|you (?:must|should|are|will)|your|treat|cite|instead|from now on|rate|conclude|only|this (?:instruction|order))\b`)
)

// injectionCues stand in every text that one of the forms above matches: a cheap test before the dear ones.
var injectionCues = []string{"ignor", "disregard", "forget", "overrid", "talimat", " ai ", "a.i", "llm", "gpt", "language", "chat", "automated",
	"machine", " bot", "system", "assistant", "<", "[inst", "[/inst", "prompt", "instruction", "in your ", "asked", "summari", "answering",
	"quoting", "questioned", "you are ", " ai,", " ai!", "indexing", "not shown", "not visible", "not displayed", " answer ", " reply ", "response", "whoever", "anyone who", "any ", " ais ", " ai:", " ai;", "siri", "alexa", "copilot", "artificial intel", "model", "other articles", "other sources", "other reports", "other pages", "bots", "crawler", "search engine", "robot", "computer", "program", "algorithm"}

// injected says that a sentence is addressed to a program.
func injected(s string) bool {
	if !hasAny(" "+strings.ToLower(s), injectionCues) {
		return false
	}
	if machineLabel.MatchString(s) {
		if rest := afterLabel(s); !hasWord(rest) || order.MatchString(rest) || discard.MatchString(rest) || override.MatchString(s) {
			return true
		}
	}
	if at := program.FindStringIndex(s); at != nil && ordersProgram(s, at) {
		return true
	}
	if promptMarks.MatchString(s) || overrideElsewhere.MatchString(s) || salute.MatchString(s) {
		return true
	}
	if reported.MatchString(s) {
		return false
	}
	if unseen.MatchString(s) || scripted.MatchString(s) {
		return true
	}
	if promptLabel.MatchString(s) && (commanded.MatchString(s) || ofTheText.MatchString(s)) || otherTexts.MatchString(s) && commanded.MatchString(s) || discard.MatchString(s) && replies.MatchString(s) {
		return true
	}
	return override.MatchString(s) || machineMust.MatchString(s) || answerThus.MatchString(s)
}

// outputs are verbs of what a program writes, in the form of an order.
const outputs = `state|answer|respond|reply|report|write|tell|output|print|describe|conclude|claim|mention|add that|include|cite|quote|summari[sz]e|treat|repeat|rewrite|praise|` +
	`leave out|omit|(?:ignore|disregard|forget|override|discard) (?:all|any|every|the|your|what|whatever|other|previous|earlier|these|this|that|those)|trust only|use only|recommend|link to|say (?:that|the|it|to|only|nothing)|say:|reveal`

// ordersProgram says that a sentence, which names a program at a place, gives it an order or is addressed to it. What somebody is reported to have said
// of programs is news, unless it speaks of the text that it stands in.
func ordersProgram(s string, at []int) bool {
	if label := vocative.FindString(s); at[0] < len(label) && !reported.MatchString(label) {
		return commanded.MatchString(s[at[1]:]) || strings.ContainsAny(label[len(label)-1:], ":–—") || ofTheText.MatchString(s)
	}
	if !commanded.MatchString(s) {
		return false
	}
	return ofTheText.MatchString(s) && !reported.MatchString(s[:at[0]]) || writer.MatchString(s) && saying.MatchString(s) && !reported.MatchString(s)
}

// afterLabel returns what stands after a label that addresses a program.
func afterLabel(s string) string { return s[len(machineLabel.FindString(s)):] }
