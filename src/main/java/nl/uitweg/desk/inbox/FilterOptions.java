package nl.uitweg.desk.inbox;

import java.util.List;

/**
 * The options of the filter fields that depend on the installation or on the officer.
 *
 * @param forms forms of exploitation
 * @param municipalities ids of the officer's municipalities, and {@link InboxFilter#UNTAKEN}
 */
record FilterOptions(List<String> forms, List<String> municipalities, List<String> labels) {}
