package nl.uitweg.platform.body;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import nl.uitweg.platform.http.Failure;
import nl.uitweg.platform.http.FormTokenValidator;
import nl.uitweg.platform.limits.Origins.Origin;
import nl.uitweg.platform.sealing.SealedTemporaryFile;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A body with files: nothing of it is kept before its first part is a token of ours; then it goes
 * to disk, sealed, by pieces that a worker thread writes while the sender is held back.
 */
final class UploadReceiver extends BodyReceiver {

  private static final Logger LOG = Logger.getLogger(UploadReceiver.class);
  private static final int PIECE = 64 * 1024;

  private final BodyErrorPages answers;
  private final List<FormTokenValidator> tokens;
  private final String contentType;
  private final FirstPartParser firstPart;
  private Optional<FirstPartParser.Field> token = Optional.empty();
  private Buffer piece = Buffer.buffer();
  private @Nullable SealedTemporaryFile file;
  private boolean writing;
  private boolean gone;

  UploadReceiver(
      RoutingContext context,
      Origin origin,
      Bounds bounds,
      BodyErrorPages answers,
      List<FormTokenValidator> tokens) {
    super(context, origin, bounds);
    this.answers = answers;
    this.tokens = tokens;
    this.contentType = String.valueOf(request.getHeader("Content-Type"));
    this.firstPart = new FirstPartParser(contentType);
  }

  @Override
  void take(Buffer bytes) {
    piece.appendBuffer(bytes);
    if (token.isEmpty() && !looksForToken()) {
      return;
    }
    if (piece.length() >= PIECE) {
      request.pause();
      write(() -> request.resume());
    }
  }

  /** Whether the token is there; refuses when it never will be. */
  private boolean looksForToken() {
    try {
      token = firstPart.in(piece);
      boolean ours =
          token
              .map(
                  field -> tokens.stream().anyMatch(form -> form.ours(field.name(), field.value())))
              .orElse(true);
      if (!ours) {
        refuse();
      }
      return ours && token.isPresent();
    } catch (IOException broken) {
      refuse();
      return false;
    }
  }

  @Override
  void complete() {
    if (token.isEmpty()) {
      refuse();
    } else {
      write(this::arrived);
    }
  }

  private void write(Runnable then) {
    byte[] bytes = piece.getBytes();
    piece = Buffer.buffer();
    writing = true;
    loop.<@Nullable Void>executeBlocking(
            () -> {
              if (file == null) {
                file = SealedTemporaryFile.create();
              }
              file.write(bytes);
              return null;
            })
        .onComplete(
            written -> {
              writing = false;
              if (gone) {
                close();
              } else if (written.succeeded()) {
                then.run();
              } else {
                LOG.error(Failure.describe(written.cause()));
                fail();
              }
            });
  }

  @Override
  void handOver() {
    ((RoutingContextInternal) context).setBody(Buffer.buffer());
    if (file != null) {
      new Upload(file, contentType).in(context);
    }
  }

  /** The first part is the sealed form; what else was typed and the files must be sent again. */
  @Override
  String busyPage() {
    return token
        .map(field -> answers.busy(request, List.of(field, STAY)))
        .orElseGet(() -> answers.error(503, request));
  }

  private static final FirstPartParser.Field STAY = new FirstPartParser.Field("go", "stay");

  @Override
  String errorPage(int status) {
    return answers.error(status, request);
  }

  @Override
  boolean staysInWork() {
    return true;
  }

  @Override
  void forget() {
    gone = true;
    piece = Buffer.buffer();
    if (!writing) {
      close();
    }
  }

  private void close() {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      LOG.warnf("A sealed temporary file cannot be removed: %s", e.getClass().getSimpleName());
    }
  }
}
