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
 * Receives a body with files. Nothing is stored until the first part proves to be a form token that
 * this application issued. From then on a worker thread writes the body to disk, sealed, in chunks,
 * while reading from the sender is paused.
 */
final class UploadReceiver extends BodyReceiver {

  private static final Logger LOG = Logger.getLogger(UploadReceiver.class);
  private static final int MAX_BUFFERED_BYTES = 64 * 1024;

  /** Makes {@code FormResource} show the same step again, without sending. */
  private static final FirstPartParser.Field STAY_FIELD = new FirstPartParser.Field("go", "stay");

  private final BodyErrorPages errorPages;
  private final List<FormTokenValidator> tokenValidators;
  private final String contentType;
  private final FirstPartParser firstPart;
  private Optional<FirstPartParser.Field> token = Optional.empty();
  private Buffer buffered = Buffer.buffer();
  private @Nullable SealedTemporaryFile file;
  private @Nullable Upload upload;
  private boolean writing;
  private boolean discarded;

  UploadReceiver(
      RoutingContext context,
      Origin origin,
      Bounds bounds,
      BodyErrorPages errorPages,
      List<FormTokenValidator> tokenValidators) {
    super(context, origin, bounds);
    this.errorPages = errorPages;
    this.tokenValidators = tokenValidators;
    this.contentType = String.valueOf(request.getHeader("Content-Type"));
    this.firstPart = new FirstPartParser(contentType);
  }

  @Override
  void take(Buffer bytes) {
    buffered.appendBuffer(bytes);
    if (token.isEmpty() && !findToken()) {
      return;
    }
    if (buffered.length() >= MAX_BUFFERED_BYTES) {
      request.pause();
      write(() -> request.resume());
    }
  }

  /** Whether the token has arrived; rejects the body when its first part is not a token. */
  private boolean findToken() {
    try {
      token = firstPart.parse(buffered);
      boolean notIssued =
          token
              .filter(
                  field ->
                      tokenValidators.stream()
                          .noneMatch(validator -> validator.isIssued(field.name(), field.value())))
              .isPresent();
      if (notIssued) {
        rejectInvalid();
      }
      return !notIssued && token.isPresent();
    } catch (IOException broken) {
      rejectInvalid();
      return false;
    }
  }

  /** Keeps the start of the body until the token has arrived, for the page that is sent back. */
  @Override
  void inspect(Buffer bytes) {
    if (token.isEmpty()) {
      buffered.appendBuffer(bytes);
      if (findToken()) {
        buffered = Buffer.buffer();
      }
    }
  }

  @Override
  void complete() {
    if (token.isEmpty()) {
      rejectInvalid();
    } else {
      write(this::enqueue);
    }
  }

  private void write(Runnable next) {
    byte[] bytes = buffered.getBytes();
    buffered = Buffer.buffer();
    writing = true;
    eventLoop
        .<@Nullable Void>executeBlocking(
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
              if (discarded) {
                close();
              } else if (written.succeeded()) {
                next.run();
              } else {
                LOG.error(Failure.describe(written.cause()));
                rejectNotStored();
              }
            });
  }

  @Override
  void handOver() {
    // Without a body, RESTEasy would try to read the request, which has been read already.
    ((RoutingContextInternal) context).setBody(Buffer.buffer());
    if (file != null) {
      upload = new Upload(file, contentType);
      upload.attachTo(context);
    }
  }

  /**
   * A page with one button that submits the form token again. It contains none of the other fields
   * and files; the visitor must enter and choose these again.
   */
  @Override
  String busyPage() {
    return token
        .map(field -> errorPages.sendAgainPage(request, List.of(field, STAY_FIELD)))
        .orElseGet(() -> errorPages.error(503, request));
  }

  /** As {@link #busyPage}; says how large files may be. */
  @Override
  String tooLargePage() {
    return token
        .map(field -> errorPages.filesTooLargePage(request, List.of(field, STAY_FIELD)))
        .orElseGet(() -> errorPage(413));
  }

  @Override
  String errorPage(int status) {
    return errorPages.error(status, request);
  }

  @Override
  boolean holdsSlotWhileProcessing() {
    return true;
  }

  @Override
  boolean isTakenByResource() {
    return upload != null && upload.taken();
  }

  @Override
  void discard() {
    discarded = true;
    buffered = Buffer.buffer();
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
      LOG.warnf(
          "A sealed temporary file cannot be closed and deleted: %s", e.getClass().getSimpleName());
    }
  }
}
