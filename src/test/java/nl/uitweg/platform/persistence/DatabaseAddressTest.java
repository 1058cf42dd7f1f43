package nl.uitweg.platform.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://one/uitweg",
        "jdbc:postgresql://one:5432/uitweg?sslmode=verify-full",
        "jdbc:postgresql://one,two/uitweg?targetServerType=primary",
        "jdbc:postgresql://one:5432,two:5433/uitweg?sslmode=verify-full&targetServerType=primary",
        "jdbc:postgresql:uitweg",
        "jdbc:postgresql://one/uitweg?options=-c%20a,b"
      })
  void acceptsAddressThatLeadsToThePrimary(String url) {
    assertThatCode(() -> DatabaseAddress.requirePrimary(url)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://one,two/uitweg",
        "jdbc:postgresql://one,two",
        "jdbc:postgresql://one,two?sslmode=require",
        "jdbc:postgresql://one:5432,two:5433/uitweg?targetServerType=preferPrimary",
        "jdbc:postgresql://one:5432,two:5433/uitweg?targetServerType=any&x=targetServerType"
      })
  void refusesAddressThatMayLeadToAStandby(String url) {
    assertThatThrownBy(() -> DatabaseAddress.requirePrimary(url))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("add targetServerType=primary");
  }

  @Test
  @SuppressWarnings("NullAway") // the address is refused before the settings are read
  void stopsStartUp() {
    assertThatThrownBy(
            () ->
                new DatabaseCheck()
                    .check(
                        new StartupEvent(),
                        new PGSimpleDataSource(),
                        null,
                        "jdbc:postgresql://one,two/uitweg"))
        .hasMessageContaining("add targetServerType=primary");
  }
}
