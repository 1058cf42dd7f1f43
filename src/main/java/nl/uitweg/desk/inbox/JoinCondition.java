package nl.uitweg.desk.inbox;

/**
 * A condition on a report that depends on another table. When few reports match, the inbox starts
 * from those reports. When many match, it goes through the reports in the order of the inbox and
 * tests each of them. Either way few rows are read, however many reports there are.
 *
 * @param value user name or blind index (in hexadecimal) that the kind asks for; otherwise empty
 */
record JoinCondition(Kind kind, String value) {

  /**
   * A selection has at most one condition of each kind, so that each kind has one parameter in the
   * query.
   */
  enum Kind {
    /** Open, and assigned to nobody. */
    UNASSIGNED,
    /** Open, and assigned to the user {@code value}. */
    MINE,
    /** Open, and not read by any officer. */
    UNREAD,
    /** Has a message of the reporter that no officer has read. */
    UNREAD_MESSAGE,

    /** Has an outcome of a referral that no officer has seen. */
    NEW_OUTCOME,
    /** Assigned to the user {@code value}, open or closed. */
    ASSIGNED,
    /** Has the label with the blind index {@code value}. */
    LABEL,
    /** Has the consent with the blind index {@code value}. */
    CONSENT,
    /** Has the mark with the blind index {@code value}: words of danger were found in it. */
    DANGER
  }

  static JoinCondition of(Kind kind) {
    return new JoinCondition(kind, "");
  }
}
