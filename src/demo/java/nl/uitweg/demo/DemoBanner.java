package nl.uitweg.demo;

/** The text that the demo prints when the application is ready. */
final class DemoBanner {

  private DemoBanner() {}

  static String of(String site, String desk) {
    return """

        ==================================================================
          DEMO - never use this for real reports
        ==================================================================
          Public site   %1$s/
          Desk          %2$s/backoffice   (login works after half a minute)

          Accounts, password for all: demo
            zandvoort, heemstede, bloemendaal   officer of that municipality
            officer                             officer of all three
            care                                care coordinator
            auditor                             auditor
            admin                               administrator

          Ctrl-C stops everything.
        ==================================================================
        """
        .formatted(site, desk);
  }
}
