package nl.uitweg.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import nl.uitweg.platform.sealing.BlindIndex;
import nl.uitweg.platform.sealing.KeyFolder;
import nl.uitweg.platform.sealing.Opener;
import nl.uitweg.platform.sealing.Sealer;
import nl.uitweg.report.content.Question;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.received.ReceivedFingerprint;
import nl.uitweg.report.sealed.KeyName;
import nl.uitweg.report.sealed.ReportOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the desk can decrypt what {@code bin/seed} seals. */
class SampleSealingTest {

  private static final UUID ID = UUID.fromString("7b0c4c0e-6f5d-4a5e-9d8e-0123456789ab");
  private static final List<String> RECIPIENTS = List.of("zilvervoort");

  @TempDir Path keys;

  @Test
  void sealsNotesWithRecordedNotesKey() throws Exception {
    KeyFolder.createIfMissing(keys, RECIPIENTS);
    SampleSealing sealing =
        new SampleSealing(
            Sealer.read(keys.resolve("public")), BlindIndex.read(keys.resolve("private")), true);
    SampleSealing.Row row = seal(sealing, List.of(sampleText("seen at the door")));
    SampleSealing.Key wrapped =
        row.keys().stream()
            .filter(key -> key.keyName().equals(KeyName.NOTES))
            .filter(key -> key.recipient().equals("zilvervoort"))
            .findFirst()
            .orElseThrow();
    ReceivedFingerprint.of(row.notesKeyFingerprint().orElseThrow()).requireKey(wrapped.wrapped());
    SampleSealing.Text note = row.notes().get(0);
    byte[] json =
        Opener.read(keys.resolve("private"))
            .unwrap("zilvervoort", KeyName.NOTES, ID, wrapped.wrapped())
            .open(
                new ReportOrigin(ID, Optional.of("zilvervoort")).note(note.id(), 1), note.sealed());
    assertThat(new String(json, StandardCharsets.UTF_8)).contains("seen at the door");
    SampleSealing.Row withoutNotes = seal(sealing, List.of());
    assertThat(withoutNotes.notesKeyFingerprint()).isEmpty();
    assertThat(withoutNotes.keys()).noneMatch(key -> key.keyName().equals(KeyName.NOTES));
  }

  private static SampleSealing.SampleText sampleText(String text) {
    return new SampleSealing.SampleText(Instant.EPOCH, true, true, "zilvervoort", text);
  }

  private static SampleSealing.Row seal(
      SampleSealing sealing, List<SampleSealing.SampleText> notes) {
    return sealing.seal(
        ID,
        Optional.of("zilvervoort"),
        new ReportContent("nl", Instant.EPOCH, Map.of(), Map.of(Question.WHAT, "x")),
        true,
        RECIPIENTS,
        List.of(),
        notes,
        new SplittableRandom(1));
  }
}
