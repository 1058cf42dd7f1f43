package nl.uitweg.report.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.uitweg.platform.sealing.AssociatedData;
import org.junit.jupiter.api.Test;

/**
 * Tests the associated data of each kind of content. It is part of the storage format, so a change
 * makes stored reports unreadable.
 */
class ReportOriginTest {

  private static final String ID = "7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab";
  private static final String PART = "00000000-0000-4000-8000-000000000001";
  private static final UUID PART_ID = UUID.fromString(PART);
  private static final ReportOrigin SENT_TO_ONE =
      new ReportOrigin(UUID.fromString(ID), Optional.of("zilvervoort"));
  private static final ReportOrigin SENT_TO_ALL =
      new ReportOrigin(UUID.fromString(ID), Optional.empty());

  @Test
  void reportIsBoundToItsPlaintextColumns() {
    assertThat(SENT_TO_ONE.report(List.of("labour", "sexual"), LocalDate.of(2026, 11, 29)))
        .isEqualTo(
            new AssociatedData(
                "report", List.of(ID, "zilvervoort", "2026-11-29", "labour", "sexual")));
    assertThat(SENT_TO_ALL.report(List.of(), LocalDate.of(2026, 11, 29)))
        .isEqualTo(new AssociatedData("report", List.of(ID, "", "2026-11-29")));
  }

  @Test
  void messageIsBoundToDirectionAndPosition() {
    assertThat(SENT_TO_ONE.message(PART_ID, 3, true))
        .isEqualTo(
            new AssociatedData("message", List.of(ID, "zilvervoort", PART, "3", "to-reporter")));
    assertThat(SENT_TO_ALL.message(PART_ID, 3, false))
        .isEqualTo(new AssociatedData("message", List.of(ID, "", PART, "3", "to-officer")));
  }

  @Test
  void noteAndFileAreBoundToReport() {
    assertThat(SENT_TO_ONE.translation("what"))
        .isEqualTo(new AssociatedData("translation", List.of(ID, "zilvervoort", "what")));
    assertThat(SENT_TO_ONE.note(PART_ID, 2))
        .isEqualTo(new AssociatedData("note", List.of(ID, "zilvervoort", PART, "2")));
    assertThat(SENT_TO_ONE.attachment(PART_ID))
        .isEqualTo(new AssociatedData("attachment", List.of(ID, "zilvervoort", PART)));
    assertThat(SENT_TO_ONE.voucher(PART_ID))
        .isEqualTo(new AssociatedData("attachment-voucher", List.of(ID, "zilvervoort", PART)));
  }
}
