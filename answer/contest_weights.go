package answer

// The weights below were fitted by `make fit` (cmd/fit) on the disagreements of ten sets of news questions, of which seven may be learned from
// by half, against every other question of these sets and a part of an encyclopedia's. Refit after a change of the features.

// whetherWeights weigh the features of two sentences to say whether they disagree: their sum are log odds.
var whetherWeights = [contestFeatures]float64{
	cBias:       -3.63,
	cWeaker:     1.08,
	cStronger:   -0.14,
	cJoint:      -0.10,
	cBelow:      -0.25,
	cOther:      0.84,
	cOwned:      -0.13,
	cPartisan:   0.37,
	cCount:      0.17,
	cFigure:     -0.15,
	cTime:       0.63,
	cOrder:      -0.11,
	cSure:       0.07,
	cTurned:     0.60,
	cRetort:     1.74,
	cHold:       -0.17,
	cCountHold:  0.56,
	cPassages:   0.76,
	cTopic:      -0.43,
	cNearer:     0.70,
	cFarther:    -0.20,
	cAlike:      0.03,
	cKindred:    0.12,
	cMeaning:    0.22,
	cVoices:     0.17,
	cReversed:   0.19,
	cParties:    0.22,
	cPartyCount: 0.01,
	cLikeLess:   0.62,
	cLikeMore:   0.69,
	cWhether:    1.80,
	cAsksFigure: 1.71,
	cAsksReason: 0.70,
	cAsksPerson: 0.43,
	cAsksSides:  2.05,
	cEither:     1.98,
	cDoubts:     2.80,
}

// whichWeights weigh them to say which two show a disagreement best. What is of the question alone makes no difference there.
var whichWeights = [contestFeatures]float64{
	cWeaker:     1.07,
	cStronger:   1.78,
	cJoint:      0.78,
	cBelow:      -2.17,
	cOther:      1.57,
	cOwned:      0.38,
	cPartisan:   0.68,
	cFigure:     1.30,
	cTime:       1.64,
	cOrder:      -0.05,
	cSure:       -0.33,
	cTurned:     1.10,
	cNegative:   -0.23,
	cRetort:     2.20,
	cHold:       0.65,
	cCountHold:  0.12,
	cPassages:   0.98,
	cTopic:      -0.08,
	cNearer:     1.39,
	cFarther:    0.12,
	cAlike:      0.69,
	cKindred:    1.07,
	cMeaning:    0.56,
	cVoices:     0.29,
	cReversed:   0.77,
	cParties:    0.77,
	cPartyCount: 0.06,
	cLikeLess:   0.56,
	cLikeMore:   0.51,
	cWhether:    0.75,
	cAsksFigure: 0.16,
	cAsksReason: 0.52,
	cAsksPerson: 0.13,
	cAsksSides:  0.29,
	cEither:     0.52,
	cDoubts:     0.25,
}

// disputed are the log odds from which the articles are said to disagree: precise rather than eager. Of 217 disagreements of sets that are left out of the
// fit in turn, 114 are named from 0.10 on, and 29 of 587 others called one.
const disputed = 0.25

// furtherOdds is how much lower the log odds of the further pairs may lie that show a disagreement: below that they tell of something else.
const furtherOdds = 1
