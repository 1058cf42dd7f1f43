package nl.uitweg.platform.http;

import io.vertx.core.http.HttpServerRequest;

/**
 * Admits or refuses requests that need the code of a reporter. Limits how many codes one address
 * guesses and how many requests with a code it has in progress at the same time. Implemented in
 * {@code platform.abuse}; callers do not handle addresses.
 */
public interface CodeGate {

  /** The decision about a request. */
  enum Admission {
    /** The request may be handled. */
    ADMITTED,
    /** Too many wrong codes came from this address: it has to wait some minutes. */
    TOO_MANY_WRONG_CODES,
    /** This address has its maximum of requests in progress: it may try again within seconds. */
    BUSY
  }

  /**
   * One request with a code. The caller closes it when the response is known, whatever the
   * admission was.
   */
  interface Attempt extends AutoCloseable {

    Admission admission();

    /** Refunds the counted guess, because the code was not wrong. */
    void refund();

    @Override
    void close();
  }

  /**
   * Admits or refuses a request with a code that somebody typed. It counts as a wrong guess until
   * {@link Attempt#refund} is called.
   */
  Attempt guess(HttpServerRequest request);

  /**
   * Admits or refuses a request with a code from a token that this application sealed. It does not
   * count as a guess.
   */
  Attempt knownCode(HttpServerRequest request);

  /**
   * Seconds after which an address has its full number of guesses again; the value for {@code
   * Retry-After}.
   */
  long retryAfterSeconds();
}
