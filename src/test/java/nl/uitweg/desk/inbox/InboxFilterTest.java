package nl.uitweg.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.LocalDate;
import java.util.List;
import nl.uitweg.report.content.ReportState;
import nl.uitweg.report.content.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxFilterTest {

  private static final FilterOptions OPTIONS =
      new FilterOptions(
          List.of("labour"), List.of("lindestede", InboxFilter.UNTAKEN), List.of("hospitality"));

  @Test
  void parsesOfferedValues() {
    InboxFilter filter =
        filter(
            "state",
            "new",
            "urgency",
            "urgent",
            "form",
            "labour",
            "municipality",
            "lindestede",
            "label",
            "hospitality",
            "from",
            "2026-01-31",
            "assigned",
            "Anyone");
    assertThat(filter.hasInvalidValue()).isFalse();
    assertThat(filter.state()).contains(ReportState.NEW);
    assertThat(filter.urgency()).contains(Urgency.URGENT);
    assertThat(filter.form()).contains("labour");
    assertThat(filter.municipality()).contains("lindestede");
    assertThat(filter.label()).contains("hospitality");
    assertThat(filter.earliestDay()).contains(LocalDate.of(2026, 1, 31));
    assertThat(filter.assignee()).contains("Anyone");
  }

  @ParameterizedTest
  @CsvSource({
    "state,x",
    "form,mining",
    "municipality,zilvervoort",
    "urgency,URGENT",
    "label,unknown",
    "consent,x",
    "from,yesterday",
    "until,-0001-01-01",
    "until,+10000-01-01"
  })
  void ignoresAndReportsValueThatIsNotOffered(String field, String value) {
    InboxFilter filter = filter(field, value);
    assertThat(filter.hasInvalidValue()).isTrue();
    assertThat(filter.entered(FilterField.valueOf(field.toUpperCase(java.util.Locale.ROOT))))
        .isEqualTo(value);
    assertThat(filter.state()).isEmpty();
    assertThat(filter.form()).isEmpty();
    assertThat(filter.municipality()).isEmpty();
    assertThat(filter.urgency()).isEmpty();
    assertThat(filter.label()).isEmpty();
    assertThat(filter.consent()).isEmpty();
    assertThat(filter.earliestDay()).isEmpty();
    assertThat(filter.latestDay()).isEmpty();
  }

  @Test
  void storedFilterIsReadAgain() {
    InboxFilter filter =
        filter("view", "mine", "label", "hospitality", "from", "2026-01-31", "sort", "oldest");
    assertThat(filter.isStorable(List.of())).isTrue();
    assertThat(filter.stored())
        .isEqualTo("view=mine&from=2026-01-31&label=hospitality&sort=oldest");
    assertThat(InboxFilter.ofStored(filter.stored(), OPTIONS)).isEqualTo(filter);
  }

  @Test
  void onlyNamesOfKnownOfficersAreStorable() {
    assertThat(filter("assigned", "kim").isStorable(List.of("kim"))).isTrue();
    assertThat(filter("assigned", "Hogeweg12").isStorable(List.of("kim"))).isFalse();
    assertThat(filter("assigned", "Hoge weg").isStorable(List.of("Hoge weg"))).isFalse();
    assertThat(filter("label", "unknown").isStorable(List.of())).isFalse();
  }

  /**
   * @param parameters names and values in turn
   */
  private static InboxFilter filter(String... parameters) {
    MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      query.add(parameters[i], parameters[i + 1]);
    }
    return InboxFilter.of(query, OPTIONS);
  }
}
