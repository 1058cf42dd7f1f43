package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * Stands before whatever needs the code of a reporter: bounds how many codes one address guesses,
 * and how many requests with a code it has under way at once. {@code platform.abuse} implements it;
 * who asks knows no addresses.
 */
public interface CodeGate {

  /** What may be done with the request. */
  enum Admission {
    /** Go on. */
    ADMITTED,
    /** Too many wrong codes came from this address: it has to wait some minutes. */
    TOO_MANY_WRONG,
    /** This address has as many requests with a code under way as it may: try again in seconds. */
    BUSY
  }

  /** One request; to be closed when its answer is known, whatever the verdict was. */
  interface Turn extends AutoCloseable {

    Admission admission();

    /** The code was not wrong: the guess that was reserved is given back. */
    void refund();

    @Override
    void close();
  }

  /** For a code that somebody typed: counts as a wrong one until {@link Turn#refund} is called. */
  Turn guess(HttpServerRequest request);

  /** For a code that we sealed in a page ourselves, which is no guess. */
  Turn known(HttpServerRequest request);

  /** Seconds after which as many wrong codes are forgiven as an address may type. */
  long secondsUntilForgiven();
}
