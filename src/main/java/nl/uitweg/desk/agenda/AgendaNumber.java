package nl.uitweg.desk.agenda;

import jakarta.inject.Singleton;
import java.time.Clock;
import nl.uitweg.desk.MenuNumber;
import nl.uitweg.desk.officer.Officer;
import nl.uitweg.platform.i18n.DutchTime;
import nl.uitweg.report.agenda.AgendaItems;

/** The number in the menu beside the agenda: what this officer should have done by today. */
@Singleton
class AgendaNumber implements MenuNumber {

  private final AgendaItems items;
  private final Clock clock;

  AgendaNumber(AgendaItems items, Clock clock) {
    this.items = items;
    this.clock = clock;
  }

  @Override
  public String screen() {
    return AgendaResource.PATH;
  }

  @Override
  public long of(Officer officer) {
    return items.countDue(officer.municipalities(), DutchTime.today(clock));
  }
}
