package nl.uitweg.content;

import static nl.uitweg.platform.file.Preconditions.copyOrEmpty;
import static nl.uitweg.platform.file.Preconditions.requirePresent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.file.Email;
import nl.uitweg.platform.file.Phone;
import nl.uitweg.platform.file.Source;
import nl.uitweg.platform.file.Website;
import org.jspecify.annotations.Nullable;

/**
 * The language-neutral facts about an organisation, from {@code organisations.yaml} of the country
 * or of the region; texts are in a bundle {@code organisations}. A municipality is one too, made
 * from its contact in {@code region.yaml}.
 *
 * @param region part of the country in which it works; for a municipality, its name
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
    @JsonProperty("fits") TargetGroup targetGroup,
    String region,
    List<String> languages,
    List<Source> sources) {

  public Organisation {
    requirePresent(id, "id");
    requirePresent(kind, "kind");
    requirePresent(name, "name");
    requirePresent(region, "region");
    targetGroup = targetGroup == null ? new TargetGroup(null, null, null, null) : targetGroup;
    languages = copyOrEmpty(languages);
    sources = copyOrEmpty(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("'" + id + "' has no source");
    }
  }

  /** The role of the organisation for a visitor. */
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

  public record Chat(URI url, Source.Confidence confidence) {
    public Chat {
      requirePresent(url, "chat.url");
      requirePresent(confidence, "chat.confidence");
    }
  }

  /**
   * Opening hours, in Dutch time.
   *
   * @param kind {@code always}, or {@code weekly}: on the given days from one time to another
   */
  public record Hours(
      String kind,
      List<Day> days,
      Optional<LocalTime> from,
      Optional<LocalTime> to,
      Source.Confidence confidence) {
    public Hours {
      requirePresent(kind, "hours.kind");
      requirePresent(confidence, "hours.confidence");
      days = copyOrEmpty(days);
      if (kind.equals("weekly") && (days.isEmpty() || from.isEmpty() || to.isEmpty())) {
        throw new IllegalArgumentException("weekly hours need 'days', 'from' and 'to'");
      }
      if (kind.equals("weekly") && !from.orElseThrow().isBefore(to.orElseThrow())) {
        throw new IllegalArgumentException("hours.to must be later than hours.from");
      }
    }

    /** Whether weekly hours apply to the weekday of this date. */
    boolean includes(LocalDate date) {
      return days.stream().anyMatch(day -> day.day() == date.getDayOfWeek());
    }

    public boolean isAlwaysOpen() {
      return kind.equals("always");
    }
  }

  /** A day of the week as written in content files: {@code mon} … {@code sun}. */
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

  /** The answer to a question about the organisation, for example whether it is free. */
  public record Answer(String value, Source.Confidence confidence) {
    public Answer {
      requirePresent(value, "value");
      requirePresent(confidence, "confidence");
    }
  }

  /**
   * The people whom the organisation helps; an empty list means everyone.
   *
   * @param statuses residence statuses: asylum, no-papers, eu or any; any means everyone
   */
  public record TargetGroup(
      @Nullable List<String> forms,
      @Nullable List<String> ages,
      @Nullable List<String> genders,
      @JsonProperty("status") @Nullable List<String> statuses) {
    public TargetGroup {
      forms = copyOrEmpty(forms);
      ages = copyOrEmpty(ages);
      genders = copyOrEmpty(genders);
      statuses = copyOrEmpty(statuses);
    }
  }
}
