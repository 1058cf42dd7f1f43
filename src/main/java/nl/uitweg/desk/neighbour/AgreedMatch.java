package nl.uitweg.desk.neighbour;

import java.time.LocalDate;
import nl.uitweg.report.ReportNumber;

/**
 * What a match is about, after both municipalities agreed.
 *
 * @param number number of the other report
 * @param receivedOn day on which the other report was received
 * @param officer user name of the colleague who has it; empty when nobody has
 * @param index blind index of the shared trace, in hexadecimal
 */
record AgreedMatch(ReportNumber number, LocalDate receivedOn, String officer, String index) {}
