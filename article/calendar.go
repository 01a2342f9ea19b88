package article

import (
	"strings"
	"time"
)

// months are the names of the months in order, by language; English stands first with its short forms.
var months = [][]string{
	strings.Fields("january february march april may june july august september october november december"),
	strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec"),
	strings.Fields("- - - - - - - - sept - - -"),
	strings.Fields("januar februar märz april mai juni juli august september oktober november dezember"),
	strings.Fields("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"),
	strings.Fields("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"),
	strings.Fields("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre"),
	strings.Fields("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro"),
	strings.Fields("januari februari maart april mei juni juli augustus september oktober november december"),
	strings.Fields("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık"),
	strings.Fields("januar februar marts april maj juni juli august september oktober november december"),
	strings.Fields("januar februar mars april mai juni juli august september oktober november desember"),
	strings.Fields("januari februari mars april maj juni juli augusti september oktober november december"),
	strings.Fields("tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta"),
	strings.Fields("janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember"),
	strings.Fields("jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember"),
	strings.Fields("ledna února března dubna května června července srpna září října listopadu prosince"),
	strings.Fields("siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga prosinca"),
	strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
	strings.Fields("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
	strings.Fields("جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر"),
	strings.Fields("जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर"),
}

// englishMonths is how many rows of months are English.
const englishMonths = 3

// weekdays are the names of the days from Sunday, by language.
var weekdays = [][]string{
	strings.Fields("sunday monday tuesday wednesday thursday friday saturday"),
	strings.Fields("sun mon tue wed thu fri sat"),
	strings.Fields("- - tues weds thurs - -"),
	strings.Fields("- - - - thur - -"),
	strings.Fields("sonntag montag dienstag mittwoch donnerstag freitag samstag"),
	strings.Fields("dimanche lundi mardi mercredi jeudi vendredi samedi"),
	strings.Fields("domingo lunes martes miércoles jueves viernes sábado"),
	strings.Fields("pazar pazartesi salı çarşamba perşembe cuma cumartesi"),
	strings.Fields("اتوار پیر منگل بدھ جمعرات جمعہ ہفتہ"),
	strings.Fields("الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت"),
}

// ordinals are the days of a month in words.
var ordinals = strings.Fields(`first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth
	fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third
	twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first`)

// zones are the offsets from UTC in minutes of the time zones whose letters mean one zone in news; IST does not.
var zones = map[string]int{
	"gmt": 0, "utc": 0, "z": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "trt": 180,
	"pkt": 300, "est": -300, "edt": -240, "cdt": -300, "pst": -480, "pdt": -420, "jst": 540, "kst": 540, "sgt": 480, "hkt": 480,
}

// monthNamed returns the month that word names in a language we know.
func monthNamed(word string) (time.Month, bool) {
	i, ok := column(months, strings.ToLower(word))
	return time.Month(i + 1), ok
}

func englishMonth(word string) bool {
	_, ok := column(months[:englishMonths], strings.ToLower(word))
	return ok
}

// weekdayNamed returns the day of the week that word names in a language we know.
func weekdayNamed(word string) (time.Weekday, bool) {
	i, ok := column(weekdays, strings.ToLower(strings.TrimSuffix(word, ".")))
	return time.Weekday(i), ok
}

// ordinalNamed returns the day of the month that word spells out.
func ordinalNamed(word string) (int, bool) {
	i, ok := column([][]string{ordinals}, strings.ToLower(word))
	return i + 1, ok
}

// column returns in which column of the table word stands.
func column(table [][]string, word string) (int, bool) {
	for _, row := range table {
		for i, name := range row {
			if name == word {
				return i, true
			}
		}
	}
	return 0, false
}
