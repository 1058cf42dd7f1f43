package nl.uitweg.content;

import static nl.uitweg.content.file.Required.listOf;
import static nl.uitweg.content.file.Required.present;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.uitweg.content.file.Source;
import org.jspecify.annotations.Nullable;

/**
 * The language-neutral facts about an organisation, from {@code content/organisations.yaml}; texts
 * stand in i18n.
 *
 * @param otherPhone a second number of the same organisation, for example one without a surcharge
 */
public record Organisation(
    String id,
    Kind kind,
    String name,
    Optional<Phone> phone,
    Optional<Phone> otherPhone,
    Optional<Website> website,
    Optional<Email> email,
    Optional<Chat> chat,
    Optional<Hours> hours,
    Optional<Answer> anonymous,
    Optional<Answer> free,
    Fits fits,
    String region,
    List<String> languages,
    List<Source> sources) {

  public Organisation {
    present(id, "id");
    present(kind, "kind");
    present(name, "name");
    present(region, "region");
    fits = fits == null ? new Fits(null, null, null, null) : fits;
    languages = listOf(languages);
    sources = listOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("'" + id + "' has no source");
    }
  }

  /** What the organisation is to a visitor. */
  public enum Kind {
    @JsonProperty("emergency")
    EMERGENCY,
    @JsonProperty("help")
    HELP,
    @JsonProperty("report")
    REPORT,
    @JsonProperty("residence")
    RESIDENCE,
    @JsonProperty("municipality")
    MUNICIPALITY,
    @JsonProperty("partner")
    PARTNER
  }

  /**
   * @param shown as people write it
   * @param dial digits for a {@code tel:} link
   * @param cost free, normal, paid or unknown
   */
  public record Phone(String shown, String dial, String cost, Source.Confidence confidence) {
    public Phone {
      present(shown, "phone.shown");
      present(dial, "phone.dial");
      present(cost, "phone.cost");
      present(confidence, "phone.confidence");
    }
  }

  public record Website(URI url, String shown, Source.Confidence confidence) {
    public Website {
      present(url, "website.url");
      present(shown, "website.shown");
      present(confidence, "website.confidence");
    }
  }

  public record Email(String address, Source.Confidence confidence) {
    public Email {
      present(address, "email.address");
      present(confidence, "email.confidence");
    }
  }

  public record Chat(URI url, Source.Confidence confidence) {
    public Chat {
      present(url, "chat.url");
      present(confidence, "chat.confidence");
    }
  }

  /** {@code always}, or {@code weekly} on days from–to, Dutch time. */
  public record Hours(
      String kind,
      List<Day> days,
      Optional<LocalTime> from,
      Optional<LocalTime> to,
      Source.Confidence confidence) {
    public Hours {
      present(kind, "hours.kind");
      present(confidence, "hours.confidence");
      days = listOf(days);
      if (kind.equals("weekly") && (days.isEmpty() || from.isEmpty() || to.isEmpty())) {
        throw new IllegalArgumentException("weekly hours need 'days', 'from' and 'to'");
      }
    }

    public boolean always() {
      return kind.equals("always");
    }
  }

  /** A day of the week as written in content: {@code mon} … {@code sun}. */
  public enum Day {
    @JsonProperty("mon")
    MON(DayOfWeek.MONDAY),
    @JsonProperty("tue")
    TUE(DayOfWeek.TUESDAY),
    @JsonProperty("wed")
    WED(DayOfWeek.WEDNESDAY),
    @JsonProperty("thu")
    THU(DayOfWeek.THURSDAY),
    @JsonProperty("fri")
    FRI(DayOfWeek.FRIDAY),
    @JsonProperty("sat")
    SAT(DayOfWeek.SATURDAY),
    @JsonProperty("sun")
    SUN(DayOfWeek.SUNDAY);

    private final DayOfWeek day;

    Day(DayOfWeek day) {
      this.day = day;
    }

    public DayOfWeek day() {
      return day;
    }
  }

  public record Answer(String value, Source.Confidence confidence) {
    public Answer {
      present(value, "value");
      present(confidence, "confidence");
    }
  }

  /** Whom the organisation is for; an empty list means everyone. */
  public record Fits(
      @Nullable List<String> forms,
      @Nullable List<String> ages,
      @Nullable List<String> genders,
      @Nullable List<String> status) {
    public Fits {
      forms = listOf(forms);
      ages = listOf(ages);
      genders = listOf(genders);
      status = listOf(status);
    }
  }
}
