package org.safepassage.redact.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The child: one job after the other from standard input, answers on standard output. It ends when standard input
/// ends or its parent dies.
public final class ChildMain {
    private ChildMain() {}

    /// @param arguments the parent's process id and the class of the task
    /// @throws ReflectiveOperationException when there is no such task on the class path
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var in = new DataInputStream(new FileInputStream(FileDescriptor.in));
        var out = new DataOutputStream(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // A library that prints must not write into the frames.
        System.setOut(System.err);
        System.setIn(InputStream.nullInputStream());
        dieWithParent(Long.parseLong(arguments[0]));
        Task task = Class.forName(arguments[1])
                .asSubclass(Task.class)
                .getDeclaredConstructor()
                .newInstance();
        Frames.write(out, Frames.READY, new byte[0]);
        try {
            while (true) {
                serve(task, in, out);
            }
        } catch (EOFException parentGone) {
            // Nobody is left to answer to.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void serve(Task task, DataInputStream in, DataOutputStream out) throws IOException {
        Frames.Frame folder = Frames.read(in);
        Frames.Frame request = Frames.read(in);
        byte[] reply;
        try {
            reply = task.run(request.payload(), Path.of(new String(folder.payload(), StandardCharsets.UTF_8)));
        } catch (Exception | LinkageError | StackOverflowError failed) {
            Frames.write(out, Frames.FAILED, new byte[0]);
            return;
        }
        Frames.write(out, Frames.REPLY, reply);
    }

    /// A task that spins would not notice that standard input has ended.
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
