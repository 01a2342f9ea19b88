package answer

// Starting weights; `make fit` prints fitted ones.
var passageWeights = [passageFeatures]float64{
	fBM25Short: 0.8, fBM25Long: 0.3, fExact: 1.5, fTitle: 1.0, fCover: 2.6, fSentence: 3.2, fPair: 2.7, fBigram: 1.5,
	fNear: 3.0, fMissing: -2.0, fArticle: 2.0, fLength: -0.3, fType: 0.8,
}

var sentenceWeights = [sentenceFeatures]float64{
	sCover: 5, sNear: 2, sContext: 2, sPassage: 0.6, sFirst: 0.2, sBigram: 1, sType: 0.9, sNew: 0.3, sQuestion: -1, sMissing: -1, sLead: 0, sLength: 0,
}

var silenceWeights = [silenceFeatures]float64{eBias: -2.5, eCover: 4, eContext: 2, eNear: 2, eUnseen: -3, eMissing: -1.5}

// enough is the probability from which an answer is given.
const enough = 0.0

// certain is the probability below which an answer is called partial.
const certain = 0.6
