run_dir = ".."  # the run directory, seen from the folder of this notebook
