package nl.uitweg.architecture.violation.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.inject.Vetoed;

/** A store as the rules allow it, for {@link QueriesThroughStore}. */
@Vetoed
class SomeStore implements PanacheRepositoryBase<Object, Long> {}
