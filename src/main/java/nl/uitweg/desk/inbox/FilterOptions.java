package nl.uitweg.desk.inbox;

import java.util.List;

/**
 * The options of the filter fields for which there is no enum.
 *
 * @param forms forms of exploitation
 * @param municipalities ids of the officer's municipalities, and {@link InboxFilter#UNTAKEN}
 */
record FilterOptions(List<String> forms, List<String> municipalities, List<String> labels) {}
