// OpenBLAS through CBLAS, and the few LAPACK routines that are used. Debian's build has no LAPACKE, so these are
// declared here: 32-bit integers, column-major matrices, one trailing length for each character argument.
#include <cblas.h>
#include <stddef.h>

void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info, size_t uplo_length);
void dgelsd_(const int *m, const int *n, const int *nrhs, double *a, const int *lda, double *b, const int *ldb,
             double *s, const double *rcond, int *rank, double *work, const int *lwork, int *iwork, int *info);
