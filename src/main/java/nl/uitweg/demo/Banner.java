package nl.uitweg.demo;

/** What the demo prints when the site answers. */
final class Banner {

  private Banner() {}

  static String of(String site, String desk) {
    return """

        ==================================================================
          DEMO - never use this for real reports
        ==================================================================
          Public site   %1$s/
          Desk          %2$s/backoffice   (login comes up in half a minute)

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
