package nl.uitweg.demo;

import java.util.List;
import nl.uitweg.region.Region;

/** The text that the demo prints when the application is ready. */
final class DemoBanner {

  /** More accounts do not fit in the text. */
  private static final int SHOWN_MUNICIPALITIES = 3;

  private DemoBanner() {}

  static String of(String site, String desk, Region region) {
    List<String> ids = region.ids();
    String shown = String.join(", ", ids.subList(0, Math.min(SHOWN_MUNICIPALITIES, ids.size())));
    return """

    ==================================================================
      DEMO - never use this for real reports
    ==================================================================
      Public site   %1$s/
      Desk          %2$s/backoffice   (login works after half a minute)

      Accounts, password for all: demo
        %3$s
                  officer of that municipality
        officer   officer of all %4$d
        care      care coordinator
        auditor   auditor
        admin     administrator

      Ctrl-C stops everything.
    ==================================================================
    """
        .formatted(
            site, desk, ids.size() > SHOWN_MUNICIPALITIES ? shown + ", …" : shown, ids.size());
  }
}
