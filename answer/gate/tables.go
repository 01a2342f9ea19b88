package gate

// spelled are the English number words with their values. "First" and "second" are left to alignment: they seldom count.
var spelled = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1000, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50,
	"sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}

// scales multiply the number before them.
var scales = map[string]float64{
	"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "lakhs": 1e5, "crore": 1e7, "crores": 1e7,
	"millionen": 1e6, "milliarde": 1e9, "milliarden": 1e9, "tausend": 1e3, "mio": 1e6, "mrd": 1e9,
	"bin": 1e3, "milyon": 1e6, "milyar": 1e9, "mille": 1e3, "millions": 1e6, "milliards": 1e9, "mil": 1e3, "millones": 1e6,
	"ہزار": 1e3, "هزار": 1e3, "لاکھ": 1e5, "کروڑ": 1e7, "ملین": 1e6, "میلیون": 1e6, "مليون": 1e6, "ارب": 1e9, "тысяч": 1e3, "миллионов": 1e6,
}

// gluedScales stand against the digits. A bare m is a million only in money; otherwise it is metres.
var gluedScales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

var percents = map[string]bool{"percent": true, "pc": true, "prozent": true, "yuzde": true, "فیصد": true, "درصد": true, "процентов": true}

// signs are currency signs, beside the digits.
var signs = map[string]string{"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₨": "rupee", "₺": "lira", "₽": "rouble", "₴": "hryvnia", "₩": "won", "₦": "naira"}

// codes are currency codes before the digits, as they are written.
var codes = map[string]string{"Rs": "rupee", "USD": "dollar", "EUR": "euro", "GBP": "pound", "INR": "rupee", "PKR": "rupee", "TRY": "lira", "JPY": "yen", "CHF": "franc", "US": ""}

// currencies are the words for money.
var currencies = map[string]string{
	"dollar": "dollar", "dollars": "dollar", "euro": "euro", "euros": "euro", "pound": "", "yen": "yen", "rupee": "rupee", "rupees": "rupee",
	"lira": "lira", "liras": "lira", "rouble": "rouble", "roubles": "rouble", "ruble": "rouble", "rubles": "rouble", "yuan": "yuan",
	"franc": "franc", "francs": "franc", "crowns": "crown", "kronor": "krona", "kroner": "krone", "peso": "peso", "pesos": "peso",
	"usd": "dollar", "eur": "euro", "gbp": "pound", "cents": "cent",
}

// units are what a number measures, one name for each. Two different names for one number are two different facts.
var units = map[string]string{
	"second": "", "seconds": "second", "minute": "minute", "minutes": "minute", "min": "minute", "mins": "minute",
	"hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "day": "day", "days": "day", "week": "week", "weeks": "week",
	"month": "month", "months": "month", "year": "year", "years": "year", "yr": "year", "yrs": "year", "decade": "decade", "decades": "decade",
	"century": "century", "centuries": "century",
	"mm": "mm", "cm": "cm", "m": "metre", "metre": "metre", "metres": "metre", "meter": "metre", "meters": "metre",
	"km": "kilometre", "kilometre": "kilometre", "kilometres": "kilometre", "kilometer": "kilometre", "kilometers": "kilometre",
	"mile": "mile", "miles": "mile", "foot": "foot", "feet": "foot", "ft": "foot", "inch": "inch", "inches": "inch",
	"kg": "kilogram", "kilogram": "kilogram", "kilograms": "kilogram", "kilos": "kilogram", "gram": "gram", "grams": "gram",
	"tonne": "tonne", "tonnes": "tonne", "ton": "tonne", "tons": "tonne", "litre": "litre", "litres": "litre", "liter": "litre", "liters": "litre",
	"barrel": "barrel", "barrels": "barrel", "acre": "acre", "acres": "acre", "hectare": "hectare", "hectares": "hectare",
	"kw": "kilowatt", "kilowatts": "kilowatt", "mw": "megawatt", "megawatt": "megawatt", "megawatts": "megawatt", "gw": "gigawatt", "gigawatts": "gigawatt",
	"times": "times", "mph": "mph", "kph": "kph", "knots": "knot", "degrees": "degree",
}

// bounds say on which side of the number that follows the truth lies.
var bounds = map[string]int{
	"more": 1, "over": 1, "above": 1, "exceeding": 1, "least": 1, "upwards": 1, "minimum": 1, "beyond": 1,
	"less": -1, "fewer": -1, "under": -1, "below": -1, "most": -1, "maximum": -1, "nearly": -1, "almost": -1,
}

// vague are amounts without a number. One in the place of another is another claim.
var vague = map[string]bool{
	"dozens": true, "scores": true, "hundreds": true, "thousands": true, "millions": true, "billions": true, "trillions": true,
	"half": true, "quarter": true, "majority": true, "minority": true, "double": true, "triple": true, "twice": true, "thrice": true,
}

// months are the names of the months, folded, in the languages that the gate reads.
var months = map[string]int{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
	"januar": 1, "februar": 2, "marz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10, "dezember": 12,
	"ocak": 1, "subat": 2, "mart": 3, "nisan": 4, "mayis": 5, "haziran": 6, "temmuz": 7, "agustos": 8, "eylul": 9, "ekim": 10, "kasim": 11, "aralik": 12,
	"janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "juin": 6, "juillet": 7, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12,
	"enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8, "septiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
	"января": 1, "февраля": 2, "марта": 3, "апреля": 4, "мая": 5, "июня": 6, "июля": 7, "августа": 8, "сентября": 9, "октября": 10, "ноября": 11, "декабря": 12,
	"جنوری": 1, "فروری": 2, "مارچ": 3, "اپریل": 4, "مئی": 5, "جون": 6, "جولائی": 7, "اگست": 8, "ستمبر": 9, "اکتوبر": 10, "نومبر": 11, "دسمبر": 12,
	"يناير": 1, "فبراير": 2, "مارس": 3, "ابريل": 4, "مايو": 5, "يونيو": 6, "يوليو": 7, "اغسطس": 8, "سبتمبر": 9, "اكتوبر": 10, "نوفمبر": 11, "ديسمبر": 12,
}

// weekdays are the names of the days, folded. Short forms that are words (sun, sat, mon) count only with a capital and a dot.
var weekdays = map[string]int{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
	"montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6, "sonntag": 7,
	"pazartesi": 1, "sali": 2, "carsamba": 3, "persembe": 4, "cuma": 5, "cumartesi": 6, "pazar": 7,
	"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7,
	"lunes": 1, "martes": 2, "miercoles": 3, "jueves": 4, "viernes": 5, "sabado": 6, "domingo": 7,
	"понедельник": 1, "вторник": 2, "среду": 3, "четверг": 4, "пятницу": 5, "субботу": 6, "воскресенье": 7,
	"پیر": 1, "سوموار": 1, "منگل": 2, "بدھ": 3, "جمعرات": 4, "جمعہ": 5, "ہفتہ": 6, "اتوار": 7,
}
