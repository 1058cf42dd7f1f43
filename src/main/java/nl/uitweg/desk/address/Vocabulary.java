package nl.uitweg.desk.address;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words that stand near a house number, folded, in the languages of the reporters. They decide what
 * is read as an address, so they may be extended: a report that is indexed later is then found
 * better.
 */
final class Vocabulary {

  /** Words between a street and its number, in either order. */
  static final Set<String> NUMBER_MARKERS =
      words(
          """
          nr nrs no num numero number numer nummer nummertje huisnummer huisnr hnr hausnummer hausnr
          numarul numar numara numarali numarasi numarada numerem numeru numerze huis haus pand house casa dom ev woning flat villa
          номер номера номером дом доме дома домом д буд будинок будинку будинок къща رقم برقم so nha
          """);

  /** Words that may stand between a street and such a marker: "Hogeweg, op nummer 12". */
  static final Set<String> BEFORE_MARKER =
      words(
          "op at on met la en de het bij a in na pod auf mit al el и в на unter im das ter hoogte van");

  /** Endings after an apostrophe, as in "Zandvoort'taki". */
  static final Set<String> SUFFIXES = words("de da te ta deki daki teki taki den dan ten tan");

  /** Words between a number and the street after it: "nummer 12 op de Hogeweg". */
  static final Set<String> AFTER_NUMBER =
      words(
          """
          op aan in van de het der den te bij hoogte on at of the an am im auf dem der w na przy ulicy ulica ul
          pe strada str la calle los rua da do по на в у ул улица улице вул вулиця вулиці من في شارع
          o duong pho street strasse
          """);

  /** The same between a number without a marker and a street. */
  static final Set<String> ARTICLES =
      words("de het the ul ulica ulicy calle strada str ул улица вул вулиця شارع duong street");

  /** Words before a place: "in Zandvoort". */
  static final Set<String> BEFORE_PLACE =
      words("in te uit bij w en la at nabij van im в у във на في dorp centrum gemeente ở o tai");

  /** What is counted: "Hogeweg 12 mannen" is no address. */
  static final Set<String> COUNTED =
      words(
          """
          jaar jaren jarige uur uren maand maanden week weken dag dagen nacht nachten minuut minuten
          min sec kwartier keer keren maal x euro eur euros cent procent meter meters m km kilometer
          kilo kg man mannen vrouw vrouwen meisje meisjes jongen jongens kind kinderen mens mensen
          personen persoon jongeren dames heren klant klanten gasten bezoekers bewoners arbeiders
          werknemers collega collegas koks zusjes broers tieners peuters buitenlanders polen roemenen
          bulgaren hongaren thaise aziatische poolse roemeense bulgaarse jonge andere verschillende
          oude kleine grote witte zwarte auto autos busje busjes bus bussen fiets fietsen scooters
          taxi taxis vrachtwagens wagens matras matrassen bed bedden kamer kamers huizen panden
          verdiepingen etages telefoons paspoorten tassen dozen honden katten stuks haltes
          januari februari maart april mei juni juli augustus september oktober november december
          jan feb mrt apr jun jul aug sep okt nov dec
          year years hour hours month months weeks day days night nights minute minutes times time
          men women girl girls boy boys child children people persons person workers guys guests
          customers clients cars car vans van rooms room beds bed passports phones pm am o'clock oclock
          january february march may june july october young other different old
          jahr jahre jahren stunde stunden monat monate monaten woche wochen tag tage tagen uhr mann
          manner frau frauen madchen jungen kinder leute personen mal
          lat lata rok godzin godziny godz dni dzien tygodni tygodnie miesiecy miesiace osob osoby
          mezczyzn kobiet kobiety dziewczyn dziewczyny dzieci razy zl
          ani ore luni zile saptamani oameni barbati femei fete baieti copii persoane lei
          anos horas hora meses mes dias dia semanas personas hombres mujeres chicas chicos ninos veces
          yil saat ay gun hafta kisi kisiyiz kadin erkek kiz cocuk defa lira
          tuoi gio thang ngay tuan nguoi lan dong
          лет года год часов часа час месяцев месяца месяц дней дня день недель человек людей мужчин
          женщин девушек девушки детей раз евро гривен лева рублей години годин час часа дни дена
          месеца месеци души жени мъже момичета деца годин днів місяців тижнів осіб людей чоловіків
          жінок дівчат дітей
          سنة سنوات عاما شهر اشهر يوم ايام ساعة ساعات شخص اشخاص رجل رجال نساء بنات اطفال عمال يورو
          """);

  /** Words that are never part of the name of a street. */
  static final Set<String> ORDINARY =
      words(
          """
          aan op in bij de het een er ik wij we mijn ze zij hij dit dat deze die daar hier vanaf naast
          achter boven onder tegenover tussen hoek adres huis pand villa appartement flat cafe hotel
          restaurant winkel bar salon kapper zaak en of maar want dus om te met voor na naar uit over
          door tot als is was zijn zit zitten woont wonen werkt werken staat staan stond stonden komt
          komen kwam gaat gaan ging gingen zag zie zien gezien hoor hoort heb heeft hebben had weet
          wordt worden ligt hele drukke lange stille straat zijstraat elke iedere ieder elk alle al
          ook nog nu toen weg heel veel ergens ongeveer rond sinds vorige volgende laatste ander onze
          ons hun haar zijn jouw u jij je men wie wat waar hoe twee drie vier vijf zes zeven acht negen
          tien station perron spoor kamer plek paal lijn bus kenteken telefoon tel nummer nr no
          parkeerplaats verdieping etage hoogte einde begin kant deel stuk buurt wijk omgeving gemeente
          dorp stad postcode nederland holland vriend vriendin collega buurman buurvrouw familie klant baas
          maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag gisteren morgen avond
          nacht ochtend middag week maand jaar uur meneer mevrouw
          the a an at on of from to and or but i we he she they my her his their is are was were there
          this that it with for near next house home address street road live lives living work works
          working lived stays stay kept works by above below behind around between every each some
          please check number avenue apartment building shop
          der die das den dem ein eine im am auf an aus bei und oder ich wir er sie mein meine unser
          ist sind war waren wohnt arbeitet haus wohnung adresse strasse nummer gegenuber neben uber
          w na przy z do od i o u ul ulica ulicy mieszkam mieszkamy pracuje dom adres
          la pe din cu si strada str casa adresa suntem lucrez locuim langa
          en el los las calle de con y por una un trabajo vivo casa direccion numero nos tienen
          sokak cadde adresinde adres ev evde biz ben
          so duong pho nha em toi chi o tai lam
          ул улица улице вул вулиця вулиці на в у дом и по адрес адрес на живем работаю
          شارع في رقم منزل
          """);

  /** Kinds of units other than houses, before a number: "kamer 12" is no address. */
  static final Set<String> NO_STREETS =
      words(
          """
          kamer perron spoor plek paal lijn bus halte verdieping etage kluis vak tafel rij stoel stand
          gate terminal room floor platform unit flat appartement app box garage hal poort n a
          strandtent strandpaviljoen paviljoen kenteken tel telefoon jaar leeftijd groep klas afrit
          knooppunt km hectometerpaal parkeerplaats parkeervak camping deur ingang
          """);

  private Vocabulary() {}

  static Set<String> words(String list) {
    return Pattern.compile("\\s+")
        .splitAsStream(list.strip())
        .collect(Collectors.toUnmodifiableSet());
  }
}
