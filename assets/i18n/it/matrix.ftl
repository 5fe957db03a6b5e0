# matrix
