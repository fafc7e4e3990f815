package org.safepassage.extract.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/// The killable JVM: takes one document after the other from standard input and answers on standard output, each parsed
/// in a fresh thread. It ends when standard input ends or its parent dies, and never outlives an error.
public final class WorkerMain {
    /// Third argument of a worker whose JVM records for an AOT cache, which it does when it leaves properly.
    public static final String LEAVE_PROPERLY = "leave-properly";

    private static final long PARSE_STACK_BYTES = 16L << 20;

    private WorkerMain() {}

    /// @param arguments the parent's process id, and the worker's own temporary folder, which is emptied again and
    /// again
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var pipe = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        var stdin = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in), 1 << 16));
        // A parser that prints must not write into the frames.
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        dieWithParent(Long.parseLong(arguments[0]));
        var outbox = new Outbox(pipe);
        var reader = new DocumentReader();
        reader.warm();
        outbox.ready();
        try {
            while (serve(stdin, outbox, reader)) {
                TemporaryFolder.empty(Path.of(arguments[1]));
            }
        } catch (EOFException parentGone) {
            // Nobody is left to answer to.
        }
        if (arguments.length > 2 && arguments[2].equals(LEAVE_PROPERLY)) {
            return;
        }
        Runtime.getRuntime().halt(0);
    }

    private static boolean serve(DataInputStream stdin, Outbox outbox, DocumentReader reader)
            throws IOException, InterruptedException {
        Frames.Frame frame = Frames.read(stdin);
        if (frame.type() != Frames.DOCUMENT) {
            throw new EOFException("the hub sent something other than a document");
        }
        Request request = Request.parse(frame.payload());
        var document = new ArrivingDocument(stdin);
        var result = new AtomicReference<DocumentReader.Result>();
        Thread parse = Thread.ofPlatform()
                .name("parse")
                .stackSize(PARSE_STACK_BYTES)
                .unstarted(() -> result.set(reader.read(request, document, outbox)));
        parse.start();
        parse.join();
        DocumentReader.Result read = result.get();
        if (read == null) {
            // The thread died of something that even its own net did not hold.
            return false;
        }
        if (!document.ended()) {
            outbox.enough();
            document.drain();
        }
        outbox.done(read.node(), read.retire());
        return !read.retire();
    }

    /// A parse that spins would not notice that standard input has ended.
    private static void dieWithParent(long parent) {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            while (ProcessHandle.current().parent().map(ProcessHandle::pid).orElse(-1L) == parent) {
                try {
                    Thread.sleep(2_000);
                } catch (InterruptedException ended) {
                    break;
                }
            }
            Runtime.getRuntime().halt(0);
        });
    }
}
