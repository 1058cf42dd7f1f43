package nl.uitweg.desk.route;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.NotFoundException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportInAddressTest {

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"nonsense", "1-1-1-1-1"})
  void rejectsTextThatIsNotAnId(String text) {
    assertThatThrownBy(() -> ReportInAddress.parseId(text)).isInstanceOf(NotFoundException.class);
  }
}
