package nl.uitweg.signal;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.uitweg.sealing.Sealer;
import nl.uitweg.signal.attachment.ReceivedFile;

/** Stores sealed files in the transaction of the report or message they came with. */
@Singleton
class Attachments {

  static final String ABOUT = "attachment";

  private final Sealer sealer;
  private final EntityManager database;
  private final Clock clock;

  Attachments(Sealer sealer, EntityManager database, Clock clock) {
    this.sealer = sealer;
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores what is not there yet.
   *
   * @param id gives the same id for the same file, so that sending twice stores once
   * @param municipalities for whom, beside recovery
   * @throws IOException when the sealed file cannot be read back
   */
  void store(
      UUID signalId,
      List<ReceivedFile> files,
      Function<ReceivedFile, UUID> id,
      Collection<String> municipalities)
      throws IOException {
    for (ReceivedFile file : files) {
      store(signalId, id.apply(file), file, municipalities);
    }
  }

  private void store(UUID signalId, UUID id, ReceivedFile file, Collection<String> municipalities)
      throws IOException {
    boolean there =
        !database
            .createQuery("select id from Attachment where id = ?1", UUID.class)
            .setParameter(1, id)
            .getResultList()
            .isEmpty();
    if (there) {
      return;
    }
    Attachment.About about =
        new Attachment.About(
            file.name(),
            file.kind().mediaType(),
            file.size(),
            file.cleaned(),
            file.scanned(),
            clock.instant());
    database
        .createNativeQuery("insert into attachment (id, signal_id, sealed) values (?1, ?2, ?3)")
        .setParameter(1, id)
        .setParameter(2, signalId)
        .setParameter(3, file.key().seal(ABOUT, id, ReportFormat.write(about)))
        .executeUpdate();
    String what = Attachment.key(id);
    sealer
        .wrap(file.key(), what, signalId, municipalities)
        .forEach((recipient, key) -> new WrappedKey(signalId, what, recipient, key).persist());
    for (int position = 0; position < file.chunks(); position++) {
      database
          .createNativeQuery(
              "insert into attachment_chunk (attachment_id, position, content) values (?1, ?2, ?3)")
          .setParameter(1, id)
          .setParameter(2, position)
          .setParameter(3, file.chunk(position))
          .executeUpdate();
    }
  }

  /** How many files a report has. */
  int count(UUID signalId) {
    return database
        .createQuery("select count(*) from Attachment where signalId = ?1", Long.class)
        .setParameter(1, signalId)
        .getSingleResult()
        .intValue();
  }
}
