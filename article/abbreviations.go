package article

import "strings"

// set makes a set of the blank-separated words.
func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// neverLast are abbreviations after which a sentence goes on: titles before names, "e.g.", and their like in the languages
// that crises are most often reported in.
var neverLast = set(`
	mr mrs ms mx dr prof gen lt col maj capt cpl sgt cmdr cdr adm brig sen rep gov pres rev hon msgr fr supt insp det amb atty messrs
	st mt ft vs v cf e.g i.e viz approx est ca gov't
	herr hr frau dipl ing bzw z.b d.h u.a sog
	mme mlle mm sr sra dña doç av yrd`)

// beforeNumber are abbreviations only where a number follows: "No. 14", "Oct. 19", "p. 3".
var beforeNumber = set(`nr núm fig figs art arts sec sect para vol ch pp p pt
	jan feb mar apr jun jul aug sep sept oct nov dec
	mon tue tues wed thu thur thurs fri sat sun`)

// sometimesLast are abbreviations that also end sentences: only a word that opens sentences tells.
var sometimesLast = set(`jr sr inc ltd co corp bros plc etc al dept univ assn ave blvd rd
	usw etw vb`)

// ordinalBefore are words after which a number with a full stop is an ordinal.
var ordinalBefore = set(`am der dem den des vom bis zum im beim die das seit`)

// lowerNames are name particles written small at the head of a sentence.
var lowerNames = []string{"al-", "el-", "as-", "ash-", "an-", "ad-", "at-", "ar-", "de ", "van ", "von "}

// starters open English sentences and are no part of a name: after "the U.S." they show that the sentence has ended.
var starters = set(`The A An In On At By For From With After Before During Since Until While When Where Why How What Who As If
	But And Or So Yet Nor He She It They We I You His Her Its Their Our My This That These Those There Here Some Many Most Both
	Each All Any No Not One Two Three Four Five Several Meanwhile However Still Also Then Now Later Earlier Although Though
	Because Despite According Officials Police Another Other Such Under Over About Between To Of It’s It's He’s She’s That’s
	That's Asked Speaking Analysts Witnesses Residents Nobody Nothing Only Even Instead Last Next`)
