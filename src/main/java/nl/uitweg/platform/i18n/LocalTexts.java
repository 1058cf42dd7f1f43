package nl.uitweg.platform.i18n;

import java.util.List;
import java.util.function.Function;

/**
 * The texts of one installation, beside those that all installations share: the values of the named
 * parameters, and bundles of its own. A feature above this package implements it.
 */
public interface LocalTexts {

  TextParameters parameters();

  /**
   * Passes the bundles to the reader and returns the result. Their paths are valid only during the
   * call.
   */
  <T> T read(Function<List<BundleFolder>, T> reader);
}
