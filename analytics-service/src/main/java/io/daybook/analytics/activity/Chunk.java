package io.daybook.analytics.activity;

import io.daybook.analytics.platform.FieldProblem;
import java.util.ArrayList;
import java.util.List;

/** Lines that follow one another: how many were taken in, and what is wrong with the others. */
final class Chunk {

    private final Delivery delivery = new Delivery();
    private final List<Rejection> rejections = new ArrayList<>();
    private int lines;
    private int accepted;
    private long last;

    /** Why a line was not taken in. */
    record Rejection(long line, String code, List<FieldProblem> errors) {}

    void accept(long line) {
        lines++;
        accepted++;
        last = line;
    }

    void reject(long line, String code, List<FieldProblem> errors) {
        lines++;
        last = line;
        rejections.add(new Rejection(line, code, errors));
    }

    /** No more will come. */
    Chunk sealed() {
        delivery.seal();
        return this;
    }

    Delivery delivery() {
        return delivery;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    int lines() {
        return lines;
    }

    int accepted() {
        return accepted;
    }

    /** The number of the last line. */
    long last() {
        return last;
    }
}
