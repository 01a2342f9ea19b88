package gate

// negators turn a statement round, folded. Those that do so by their meaning stand in denials.
var negators = set(`not no never neither nor none nobody nothing nowhere without cannot cant can't don't dont doesn't doesnt didn't didnt
	isn't isnt aren't arent wasn't wasnt weren't werent won't wont wouldn't wouldnt hasn't hasnt haven't havent hadn't hadnt couldn't
	couldnt shouldn't shouldnt mustn't needn't mightn't ain't hardly scarcely rarely nicht kein keine keinen keiner nie niemals değil degil yok hayır
	asla نہیں نہ لا لم لن не нет ni`)

// speech are stems of verbs by which someone says something.
var speech = set(`said say told tell ad add announc report warn state claim insist argu explain note accus confirm deni declar describ call
	urg ask demand write wrote tweet post suggest reveal disclos acknowledg admit alleg assert stress repeat repli respond estim predict
	complain conced concluded conclud remark comment quot believ think thought express vow pledg promis threaten`)
