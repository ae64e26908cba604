/*
 * test_language.c -- which language an article is written in.
 */
#include "unit.h"

static UnitHeap heap;
static NtArticle article;

static const char *
language(const char *text)
{
	CHECK(unit_read(&heap, &article, text, STAGE_QUOTES));
	return article.language != NULL ? article.language : "";
}

static void
languages_are_told_apart(void)
{
	static const char *const texts[][2] = {
		{"en", "The mayor said on Friday that the bridge would be closed for a week, and that nobody had been hurt."},
		{"de", "Der Bürgermeister sagte am Freitag, dass die Brücke für eine Woche gesperrt wird und niemand verletzt wurde."},
		{"nl", "De burgemeester zei vrijdag dat de brug een week lang dicht blijft en dat er niemand gewond is geraakt."},
		{"da", "Borgmesteren sagde fredag, at broen bliver lukket i en uge, og at ingen er kommet til skade efter uheldet."},
		{"no", "Ordføreren sa fredag at broen blir stengt i en uke, og at ingen ble skadet etter ulykken. Nå skal hun også ta ut folk."},
		{"sv", "Borgmästaren sade på fredagen att bron ska vara stängd i en vecka och att ingen har skadats efter olyckan."},
		{"fi", "Pormestari sanoi perjantaina, että silta on suljettu viikon ajan ja että kukaan ei ole loukkaantunut, mutta hän oli huolissaan."},
		{"fr", "Le maire a déclaré vendredi que le pont sera fermé pour une semaine et que personne n'a été blessé dans la ville."},
		{"es", "El alcalde dijo el viernes que el puente estará cerrado por una semana y que no hay heridos en la ciudad."},
		{"pt", "O prefeito disse na sexta-feira que a ponte ficará fechada por uma semana e que não há feridos na cidade."},
		{"it", "Il sindaco ha detto venerdì che il ponte sarà chiuso per una settimana e che non ci sono feriti nella città."},
		{"ca", "L'alcalde ha dit divendres que el pont estarà tancat durant una setmana i que no hi ha ferits amb aquesta obra als carrers."},
		{"ro", "Primarul a spus vineri că podul va fi închis pentru o săptămână și că nu sunt răniți în oraș după accident."},
		{"pl", "Burmistrz powiedział w piątek, że most będzie zamknięty przez tydzień i że nikt nie został ranny po wypadku."},
		{"cs", "Starosta v pátek řekl, že most bude týden uzavřen a že nikdo nebyl zraněn, protože byli včas varováni, ale není to vše."},
		{"hu", "A polgármester pénteken azt mondta, hogy a híd egy hétig le lesz zárva, és senki nem sérült meg, de az út még nem nyílt ki."},
		{"tr", "Belediye başkanı cuma günü köprünün bir hafta için kapalı olacak ve bu kazada yaralanan yok dedi, ancak daha çok önlem var."},
		{"id", "Wali kota mengatakan pada hari Jumat bahwa jembatan itu akan ditutup untuk satu minggu dan tidak ada yang terluka."},
		{"vi", "Thị trưởng cho biết hôm thứ Sáu rằng cây cầu sẽ bị đóng trong một tuần và không có ai bị thương trong vụ này."},
		{"ru", "Мэр сказал в пятницу, что мост будет закрыт на неделю и что никто не пострадал."},
		{"uk", "Мер сказав у п'ятницю, що міст буде закрито на тиждень і що ніхто не постраждав, але це ще не все."},
		{"bg", "Кметът каза в петък, че мостът ще бъде затворен за една седмица и че няма ранени."},
		{"el", "Ο δήμαρχος είπε την Παρασκευή ότι η γέφυρα θα μείνει κλειστή."},
		{"he", "ראש העיר אמר ביום שישי כי הגשר ייסגר לשבוע."},
		{"ar", "قال رئيس البلدية يوم الجمعة إن الجسر سيغلق لمدة أسبوع في المدينة وإن أحدا لم يصب بعد أن تم إخلاء المكان من السيارات."},
		{"fa", "شهردار روز جمعه گفت که این پل برای یک هفته بسته است و کسی در آن آسیب ندیده است."},
		{"hi", "महापौर ने शुक्रवार को कहा कि पुल एक सप्ताह के लिए बंद है और कोई घायल नहीं है।"},
		{"zh", "市长星期五表示，大桥将关闭一周，没有人受伤。"},
		{"ja", "市長は金曜日、橋は一週間閉鎖されると述べた。けが人はいない。"},
		{"ko", "시장은 금요일에 다리가 일주일 동안 폐쇄된다고 말했다."},
		{"th", "นายกเทศมนตรีกล่าวเมื่อวันศุกร์ว่าสะพานจะปิดหนึ่งสัปดาห์"},
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
	{
		CHECK_SAYING(strcmp(language(texts[i][1]), texts[i][0]) == 0, "\"%.30s...\" is %s, not %s", texts[i][1],
					 language(texts[i][1]), texts[i][0]);
		CHECK_INT(article.foreign, i > 0);
		if (i > 0)
			CHECK_INT(article.mentions.n + article.quotes.n, 0);
	}
}

static void
english_holds_other_languages(void)
{
	CHECK_STR(language("“Nadie va a pasar por el puente hasta que yo lo diga,” Mayor Ana Ruiz said in Spanish on Friday. "
					   "The bridge was closed after a storm, and the council is to meet again."), "en");
	CHECK_STR(language("Results: Juan de la Cruz, Spain, 3:12; Klaus von der Heide, Germany, 3:15; Luis de los Santos, Chile, 3:20."), "");
	CHECK_INT(article.foreign, 0);
	CHECK_STR(language("Yes"), "");
	CHECK_STR(language(""), "");
}

int
main(void)
{
	unit_heap_init(&heap);
	RUN(languages_are_told_apart);
	RUN(english_holds_other_languages);
	unit_heap_reset(&heap);
	return unit_end();
}
