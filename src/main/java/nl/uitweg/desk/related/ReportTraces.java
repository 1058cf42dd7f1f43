package nl.uitweg.desk.related;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import nl.uitweg.report.content.ReportContent;
import nl.uitweg.report.indexing.Facets;

/** The traces of a report with their blind indexes, for other features of the desk. */
@Singleton
public class ReportTraces {

  private final Traces traces;
  private final Facets facets;

  ReportTraces(Traces traces, Facets facets) {
    this.traces = traces;
    this.facets = facets;
  }

  /**
   * A trace that the desk indexes.
   *
   * @param kind key of the kind: {@code address}, {@code phone}, {@code plate} or {@code profile}
   * @param original the text that the desk shows, as written in the report
   * @param index blind index, in hexadecimal
   */
  public record IndexedTrace(String kind, String original, String index) {

    /** Omits the text, because the result may be logged. */
    @Override
    public String toString() {
      return "Trace of kind " + kind;
    }
  }

  /**
   * The traces by the indexes that are the same in every report that certainly has them, and by no
   * others; those of other spellings would say too little.
   *
   * @param messages free texts of the reporter
   */
  public List<IndexedTrace> of(ReportContent content, Collection<String> messages) {
    return traces.find(content, messages).stream()
        .flatMap(
            trace ->
                trace.exact().stream()
                    .map(
                        index ->
                            new IndexedTrace(
                                trace.kind().key(),
                                trace.original(),
                                facets.indexHex(index.kind(), index.value()))))
        .toList();
  }
}
