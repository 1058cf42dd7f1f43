package nl.uitweg.seed;

import java.util.List;
import java.util.Map;

/** Invented sentences from which the texts of samples are composed; none is about a real person. */
final class SampleTexts {

  /** Language codes; one that is listed several times is picked more often. */
  static final List<String> WEIGHTED_LANGUAGES =
      List.of("nl", "nl", "nl", "nl", "en", "en", "pl", "ro", "bg", "uk", "es", "ar", "zh", "hi");

  static final Map<String, List<String>> SENTENCES =
      Map.of(
          "nl",
              List.of(
                  "Er slapen zes mensen in de schuur achter de kwekerij.",
                  "Een jongen wast elke nacht af tot vier uur en krijgt geen geld.",
                  "Zij mag het huis niet uit en haar paspoort is afgepakt.",
                  "’s Avonds komt een busje met tien werkers; ze praten met niemand.",
                  "Bij de manicure werken elke dag andere meisjes, ook op zondag.",
                  "De baas zegt dat hij nog een schuld heeft voor de reis.",
                  "Op straat wordt steeds dezelfde vrouw afgezet om te bedelen."),
          "en",
              List.of(
                  "Six people sleep behind the kitchen of the restaurant.",
                  "She is not allowed to leave the house and has no passport.",
                  "The workers are brought by van and never talk to anyone.",
                  "He owes money for the journey and works without pay."),
          "pl",
              List.of(
                  "Pracujemy po szesnaście godzin dziennie i nie dostajemy pieniędzy.",
                  "Szef zabrał nam paszporty i mieszkamy w przyczepie.",
                  "Łóżka stoją w garażu, a drzwi są zamknięte na noc."),
          "ro",
              List.of(
                  "Lucrăm toată ziua și nu primim bani pentru muncă.",
                  "Ne-au luat actele și locuim într-o rulotă."),
          "bg",
              List.of(
                  "Работим по цял ден без почивка и нямаме договор.",
                  "Взеха ни паспортите и ни заплашват."),
          "uk",
              List.of(
                  "Ми працюємо на кухні щодня до ночі, паспорт у начальника.",
                  "Її не випускають з квартири."),
          "es",
              List.of(
                  "Nos quitó el pasaporte y trabajamos sin descanso.",
                  "La obligan a recibir clientes en un piso pequeño."),
          "ar",
              List.of(
                  "أَخَذَ صاحب العمل جواز سفري ولا يدفع لي.",
                  "ننام ستة أشخاص في غرفة واحدة خلف المطبخ."),
          "zh", List.of("老板拿走了我的护照，我们每天工作十六个小时。", "我们六个人住在厨房后面的房间里。"),
          "hi",
              List.of(
                  "मालिक ने मेरा पासपोर्ट ले लिया और पैसे नहीं देता।",
                  "हम रसोई के पीछे एक कमरे में सोते हैं।"));

  static final List<String> STREETS =
      List.of("Zeestraat", "Dorpsstraat", "Kerkweg", "Stationsplein", "Boulevard", "Duinlaan");

  static final List<String> CONTROLLER_ANSWERS =
      List.of("Een man met een zwarte bus", "De eigenaar van de zaak", "Haar neef", "", "");

  static final List<String> OFFICER_MESSAGES =
      List.of(
          "Op welke dagen zie je dit?",
          "Kun je zeggen of er kinderen wonen?",
          "Hoe weet je dat hij geen geld krijgt?");

  static final List<String> REPORTER_MESSAGES =
      List.of("Elke dag, ook ’s nachts.", "Ja, twee kinderen.", "Dat zei hij zelf tegen mij.");

  static final List<String> NOTES =
      List.of(
          "Gebeld met de wijkagent, belt terug.",
          "Adres nagekeken: drie mensen ingeschreven.",
          "Besproken met de zorgcoördinator.");

  private SampleTexts() {}
}
