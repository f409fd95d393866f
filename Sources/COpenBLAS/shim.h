// The few routines of OpenBLAS that are used, looked up when the first of them is needed. As soon as the library is loaded
// it starts a thread for each processor, which spin for a while: no command should pay for that which multiplies nothing.
//
// Fortran interfaces: 32-bit integers, column-major matrices, one trailing length for each character argument.
#include <dlfcn.h>
#include <stddef.h>

typedef void (*openblas_dgemm)(const char *transpose_a, const char *transpose_b, const int *m, const int *n, const int *k,
                               const double *alpha, const double *a, const int *lda, const double *b, const int *ldb,
                               const double *beta, double *c, const int *ldc, size_t a_length, size_t b_length);
typedef void (*openblas_dpotrf)(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t uplo_length);
typedef void (*openblas_dgelsd)(const int *m, const int *n, const int *nrhs, double *a, const int *lda, double *b,
                                const int *ldb, double *s, const double *rcond, int *rank, double *work, const int *lwork,
                                int *iwork, int *info);

struct openblas {
    openblas_dgemm dgemm;
    openblas_dpotrf dpotrf;
    openblas_dgelsd dgelsd;
};

// Whether all of them are there. OpenBLAS is then set to one thread: sums would depend on how many there are.
static inline int openblas_load(struct openblas *routines) {
    void *library = dlopen("libopenblas.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library) return 0;
    void (*set_threads)(int) = (void (*)(int))dlsym(library, "openblas_set_num_threads");
    routines->dgemm = (openblas_dgemm)dlsym(library, "dgemm_");
    routines->dpotrf = (openblas_dpotrf)dlsym(library, "dpotrf_");
    routines->dgelsd = (openblas_dgelsd)dlsym(library, "dgelsd_");
    if (!set_threads || !routines->dgemm || !routines->dpotrf || !routines->dgelsd) return 0;
    set_threads(1);
    return 1;
}
