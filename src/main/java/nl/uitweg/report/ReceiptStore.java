package nl.uitweg.report;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores and finds receipts by their lookup id, in the caller's transaction. */
@ApplicationScoped
class ReceiptStore implements PanacheRepositoryBase<StoredReceipt, byte[]> {}
