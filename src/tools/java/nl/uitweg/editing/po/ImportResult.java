package nl.uitweg.editing.po;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import did with the texts of a PO file.
 *
 * @param accepted contexts of the new and changed texts that have no problem
 * @param refused a sentence for each problem, starting with the context of the text
 * @param hints a sentence for each accepted text that a person should look at again
 * @param waiting a sentence for each page that is imported when its translation is complete
 * @param fuzzy contexts of the texts that are marked fuzzy
 * @param untranslated contexts of the texts without a translation
 */
record ImportResult(
    List<String> accepted,
    List<String> refused,
    List<String> hints,
    List<String> waiting,
    List<String> fuzzy,
    List<String> untranslated) {

  /** A result to which sentences are added. */
  ImportResult() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>());
  }
}
