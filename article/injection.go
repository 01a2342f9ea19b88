package article

import (
	"regexp"
	"strings"
)

// Text that speaks to a program instead of a reader. Each form wants an order, not a report of one: news about
// such orders ("officers were told to ignore earlier instructions") stays.
var (
	// machineLabel addresses a program at the head of a sentence: "Note for automated readers:".
	machineLabel = regexp.MustCompile(`(?i)^\W*(?:(?:an? )?(?:important )?(?:note|message|instructions?|notice|attention|important|warning|reminder|memo)s?\s*)?(?:(?:to|for)\s+)?(?:all |any |the )?(?:ai|a\.i\.|llms?|gpt|language models?|chat ?bots?|automated|machine|bots?)\b[- ]?(?:(?:language )?models?|assistants?|readers?|systems?|agents?|summari[sz]ers?|crawlers?|tools?|bots?)?(?:\s+(?:that|which|who|summari[sz]ing|reading|answering|quoting|citing|indexing|crawling|processing|scanning)\b[^:.?!]{0,60})?\s*[:–—]`)
	// salute greets a program, as a letter does.
	salute = regexp.MustCompile(`(?i)^\W*(?:(?:hello|hi|hey|greetings|attention)[, ]+)?(?:(?:my |our )?dear(?:est)? |(?:hello|hi|hey|greetings|attention)[, ]+)(?:ai|a\.i\.|language model|(?:chat ?)?bot|robot|machine|computer|assistant|program|algorithm)s?\b`)
	// override orders to drop other orders, as an imperative.
	override = regexp.MustCompile(`(?i)(?:^\W*|[:;,–—]\s*|\bplease\s+)(?:now )?(?:ignore|disregard|forget|override)\b[^.]{0,30}\b(?:previous|earlier|prior|above|preceding|all|any|your|other)\b[^.]{0,25}\b(?:instructions?|prompts?|system messages?)\b`)
	// machineMust tells a program what to say.
	machineMust = regexp.MustCompile(`(?i)(?:^\W*|^[\p{L} ]{3,30}:\s*)(?:any |all |the )?(?:ai|a\.i\.|language|automated)[ -](?:language )?(?:models?|assistants?|readers?|systems?|agents?|summari[sz]ers?)\b[^.]{0,80}\b(?:must|should|shall|are (?:instructed|required|asked|ordered) to|need to)\s+(?:\w+ )?(?:state|say|answer|respond|reply|output|conclude|claim|assert|report that|write|repeat)\b`)
	// answerThus scripts the answer to a question.
	answerThus = regexp.MustCompile(`(?i)^\W*(?:when|if) (?:you are |you're )?(?:asked|summari[sz]ing|answering|quoting|questioned)\b[^.]*, (?:always |only |please )?(?:say|state|answer|respond|reply|claim|tell|report)\b|\bin your (?:answer|response|reply|summary|output)\b`)
	// promptMarks are the signs of a prompt's own grammar.
	promptMarks = regexp.MustCompile(`(?i)<\|?(?:im_start|im_end|system|endoftext|/?s)\|?>|\[/?INST\]|^\W*(?:new |updated )?system (?:prompt|message)\s*[:>]|^\W*(?:#+ )?(?:system|assistant)\s*:|^\W*you are (?:now )?(?:an? |the )?(?:(?:helpful |unrestricted )?(?:ai|assistant|language model|chat ?bot))\b|^\W*(?:reveal|print|output|repeat|show)\b[^.]*\b(?:system prompt|your (?:instructions|prompt))\b`)
	// overrideElsewhere is the same order in other languages.
	overrideElsewhere = regexp.MustCompile(`(?i)\b(?:ignorieren? sie (?:alle|bisherige)|ignorez (?:toutes )?les instructions|ignor[ae] (?:todas )?las instrucciones|önceki (?:tüm )?talimatları (?:yok say|unut))`)
	// machine names a program that reads texts.
	machine = regexp.MustCompile(`(?i)\b(?:ais?|a\.i\.|llms?|gpts?|language models?|chat ?bots?|bots|(?:ai|search|virtual|digital|automated|machine) (?:assistants?|agents?|readers?|summari[sz]ers?|crawlers?|tools?|engines?|systems?)|assistants|summari[sz]ers|crawlers)\b`)
	// clauseDiscards is such an order where a clause begins, behind the name of the program.
	clauseDiscards = regexp.MustCompile(`(?i)(?:^\W*|[:;,–—]\s*)(?:please )?(?:now )?(?:ignore|disregard|forget|override|discard|omit)\s+(?:all|any|every|the|your|what|whatever|other|previous|earlier|these|this|that|those)\b`)
	// discard orders a program that was addressed to leave something out.
	discard = regexp.MustCompile(`(?i)^\W*(?:please )?(?:now )?(?:ignore|disregard|forget|override|discard|drop|omit|skip)\s+(?:all|any|every|the|your|what|whatever|other|previous|earlier|these|this|that|those)\b`)
	// reported shows that the sentence tells of somebody who spoke.
	reported = regexp.MustCompile(`(?i)\b(?:said|says|told|wrote|according to|the (?:bill|law|rules?|act|regulation)|lawmakers|researchers?|regulators?)\b`)
	// order is how a sentence that goes on with an injection begins.
	order = regexp.MustCompile(`(?i)^\W*(?:state|say|answer|respond|reply|report that|write|tell|output|include|do not|don['’]t|never|always|you (?:must|should|are|will)|your|treat|cite|instead|from now on|rate|conclude|only|this (?:instruction|order))\b`)
)

// injectionCues stand in every text that one of the forms above matches: a cheap test before the dear ones.
var injectionCues = []string{"ignor", "disregard", "forget", "overrid", "talimat", " ai ", "a.i", "llm", "gpt", "language", "chat", "automated",
	"machine", " bot", "system", "assistant", "<", "[inst", "[/inst", "prompt", "instruction", "in your ", "asked", "summari", "answering",
	"quoting", "questioned", "you are ", " ai,", " ai!", " ais ", "bots", "crawler", "search engine", "robot", "computer", "program", "algorithm"}

// injected says that a sentence is addressed to a program.
func injected(s string) bool {
	if !hasAny(" "+strings.ToLower(s), injectionCues) {
		return false
	}
	if machineLabel.MatchString(s) {
		rest := afterLabel(s)
		return !hasWord(rest) || order.MatchString(rest) || discard.MatchString(rest) || override.MatchString(s)
	}
	if at := machine.FindStringIndex(s); at != nil && clauseDiscards.MatchString(s[at[1]:]) && !reported.MatchString(s[:at[0]]) {
		return true
	}
	if promptMarks.MatchString(s) || overrideElsewhere.MatchString(s) || salute.MatchString(s) {
		return true
	}
	if reported.MatchString(s) {
		return false
	}
	return override.MatchString(s) || machineMust.MatchString(s) || answerThus.MatchString(s)
}

// afterLabel returns what stands after a label that addresses a program.
func afterLabel(s string) string { return s[len(machineLabel.FindString(s)):] }
