package org.safepassage.redact.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the classes of this room loaded anew, beside all jars but those of the libraries.
class LibrariesTest {
    @TempDir
    private Path folder;

    @Test
    void bothAreThere() {
        assertThat(Libraries.values())
                .allSatisfy(library -> assertThat(library.missing()).isEmpty());
    }

    @Test
    void aClassifierThatLacksItsLibraryIsNotBlamedForIt() throws Exception {
        // Given
        SmallClassifier.in(folder);

        // Then
        try (var without = without("onnxruntime-", "tokenizers-")) {
            Class<?> recogniser = without.loadClass(ClassifierRecogniser.class.getName());
            Method open = recogniser.getMethod("open", Path.class, Path.class, int.class);
            assertTold(() -> open.invoke(null, folder, folder.resolve("temp"), 1), "the jar of onnxruntime");
            assertTold(() -> recogniser.getMethod("check", Path.class).invoke(null, folder), "the jar of onnxruntime");
        }
        try (var without = without("tokenizers-")) {
            Class<?> recogniser = without.loadClass(ClassifierRecogniser.class.getName());
            assertTold(() -> recogniser.getMethod("check", Path.class).invoke(null, folder), "the jar of tokenizers");
        }
    }

    @Test
    void aFaceModelThatLacksItsLibraryIsNotBlamedForIt() throws Exception {
        // Given
        Path model = SmallClassifier.in(folder).resolve("model.onnx");

        // Then
        try (var without = without("onnxruntime-")) {
            Class<?> settings = without.loadClass("org.safepassage.redact.renditions.pictures.PictureSettings");
            Object defaults = settings.getMethod("defaults").invoke(null);
            Method with = settings.getMethod("withFaceModel", Path.class);
            assertTold(() -> with.invoke(defaults, model), "model.onnx: cannot be used without the jar of onnxruntime");
        }
    }

    private static void assertTold(Call call, String words) {
        assertThatThrownBy(call::run)
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .hasMessageContaining(words)
                .hasMessageContaining("put it beside the other jars again");
    }

    private interface Call {
        void run() throws ReflectiveOperationException;
    }

    private static URLClassLoader without(String... jars) {
        URL[] rest = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> Arrays.stream(jars)
                        .noneMatch(jar -> String.valueOf(path.getFileName()).startsWith(jar)))
                .map(LibrariesTest::url)
                .toArray(URL[]::new);
        return new URLClassLoader(rest, ClassLoader.getPlatformClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
