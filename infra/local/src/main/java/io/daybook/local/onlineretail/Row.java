package io.daybook.local.onlineretail;

/** A row of the file after the header. */
sealed interface Row permits InvoiceRow, BrokenRow {

    /** The line of the file on which the row starts, the header being line 1. */
    long line();
}
