package nl.uitweg.desk;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.Texts;

/** The numbers in the menu, as texts. */
@Singleton
class MenuNumbers {

  private final List<MenuNumber> numbers;
  private final TransactionSynchronizationRegistry transactions;

  MenuNumbers(@All List<MenuNumber> numbers, TransactionSynchronizationRegistry transactions) {
    this.numbers = numbers;
    this.transactions = transactions;
  }

  /**
   * The number beside a screen; empty when there is none to show, or when the page is made outside
   * a transaction, such as the page of an error.
   */
  String text(String screen, Officer officer, Texts texts) {
    if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE || !officer.mayReadReports()) {
      return "";
    }
    long number =
        numbers.stream()
            .filter(candidate -> candidate.screen().equals(screen))
            .mapToLong(candidate -> candidate.of(officer))
            .sum();
    return number == 0 ? "" : texts.number(number);
  }
}
